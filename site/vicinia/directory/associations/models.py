"""Whom a body helps, in the words of who looks for help."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from partners.organisations.models import Organisation
from vicinia.directory.needs.models import Need
from vicinia.territory.models import Area

from .enums import OLDEST


class HelpOffered(models.Model):
    """The help that a body offers (*aiuto offerto*): to which needs, at which ages, where.

    No neighbourhood means the whole town. It is public once the body is in the directory.
    """

    organisation = models.OneToOneField(
        Organisation, on_delete=models.CASCADE, related_name="help_offered", verbose_name=_("organisation")
    )
    needs = models.ManyToManyField(Need, verbose_name=_("needs it answers"), related_name="bodies")
    age_from = models.PositiveSmallIntegerField(_("from age"), default=0)
    age_to = models.PositiveSmallIntegerField(_("to age"), default=OLDEST)
    areas = models.ManyToManyField(Area, verbose_name=_("neighbourhoods"), blank=True, related_name="+")

    class Meta:
        verbose_name = _("help offered")
        verbose_name_plural = _("help offered")
        constraints = [
            models.CheckConstraint(
                condition=Q(age_to__gte=F("age_from")),
                name="help_ages_in_order",
                violation_error_message=_("The second age cannot be lower than the first."),
            ),
            models.CheckConstraint(
                condition=Q(age_to__lte=OLDEST),
                name="help_ages_of_people",
                violation_error_message=_("Ages go from 0 to 120."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation)
