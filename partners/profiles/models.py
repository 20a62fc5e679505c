"""The choice of a body: one row for each part that everybody may read."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partners.organisations.models import Organisation

from .enums import PublicFieldName


class PublicField(models.Model):
    """A part of the profile that the body shows on its public page; no row, no page."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="public_fields", verbose_name=_("organisation")
    )
    name = models.CharField(_("part of the profile"), max_length=20, choices=PublicFieldName)

    class Meta:
        verbose_name = _("public part of a profile")
        verbose_name_plural = _("public parts of a profile")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="partners_publicfield_once"),
            models.CheckConstraint(
                condition=Q(name__in=PublicFieldName.values), name="partners_publicfield_known"
            ),
        ]

    def __str__(self) -> str:
        return self.get_name_display()
