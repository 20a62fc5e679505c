"""The logo that a body has now; the one before is not kept."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partners.organisations.models import Organisation


class Logo(models.Model):
    """A picture of a body, in pixels; its text for who does not see it is the body's name."""

    organisation = models.OneToOneField(
        Organisation, on_delete=models.CASCADE, related_name="logo", verbose_name=_("organisation")
    )
    file = models.OneToOneField(
        "core.StoredFile", on_delete=models.PROTECT, related_name="+", verbose_name=_("file")
    )
    width = models.PositiveSmallIntegerField(_("width"))
    height = models.PositiveSmallIntegerField(_("height"))

    class Meta:
        verbose_name = _("logo")
        verbose_name_plural = _("logos")
        constraints = [
            models.CheckConstraint(condition=Q(width__gt=0, height__gt=0), name="partners_logo_has_a_size")
        ]

    def __str__(self) -> str:
        return str(self.organisation)
