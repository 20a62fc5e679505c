"""Who is the contact person of a school in a school year."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partners.schools.models import School, SchoolContact


class Referent(models.Model):
    """A person of the school who is its contact person for a year; the next year it is confirmed anew."""

    school = models.ForeignKey(
        School, on_delete=models.CASCADE, related_name="referents", verbose_name=_("school")
    )
    school_year = models.CharField(_("school year"), max_length=7)
    contact = models.ForeignKey(
        SchoolContact, on_delete=models.CASCADE, related_name="referents", verbose_name=_("person")
    )
    confirmed_at = models.DateTimeField(_("confirmed at"))
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("reminded at"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("contact person of a school")
        verbose_name_plural = _("contact persons of schools")
        ordering = ["-school_year", "-confirmed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "school_year"],
                condition=Q(ended_at__isnull=True),
                name="partners_referent_one_a_year",
            )
        ]

    def __str__(self) -> str:
        return f"{self.contact} {self.school_year}"
