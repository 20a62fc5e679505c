"""A body looks for volunteers."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from partners.organisations.models import Organisation
from vicinia.core.validators import validate_plain_letters


class VolunteerNoticeQuerySet(models.QuerySet["VolunteerNotice"]):
    """Named selections of notices."""

    def open_on(self, day: date) -> VolunteerNoticeQuerySet:
        """Notices that still hold on a day, the next to expire first."""
        return self.filter(expires_on__gte=day).order_by("expires_on", "pk")


class VolunteerNotice(models.Model):
    """A notice (*avviso di ricerca di volontari*); it holds until `expires_on` included."""

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="volunteer_notices",
        verbose_name=_("organisation"),
    )
    title = models.CharField(_("what you look for"), max_length=120, validators=[validate_plain_letters])
    text = models.TextField(_("what a volunteer does"), max_length=2000)
    when = models.CharField(_("days and hours"), max_length=200)
    contact = models.CharField(_("how to answer"), max_length=200)
    published_on = models.DateField(_("published on"))
    expires_on = models.DateField(_("expires on"))

    objects = VolunteerNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice for volunteers")
        verbose_name_plural = _("notices for volunteers")
        ordering = ["-expires_on", "pk"]
        indexes = [models.Index(fields=["expires_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_on__gte=F("published_on")), name="partners_volunteernotice_days_in_order"
            )
        ]

    def __str__(self) -> str:
        return self.title
