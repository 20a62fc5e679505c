"""The people who hold an office in a body: name, office, dates and nothing else of them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from partners.organisations.models import Organisation
from vicinia.core.validators import validate_not_future, validate_plain_letters

from .enums import Office


class OfficerQuerySet(models.QuerySet["Officer"]):
    """Named selections of officers."""

    def in_office(self) -> OfficerQuerySet:
        """Who holds an office now."""
        return self.filter(until__isnull=True)

    def by_office(self) -> OfficerQuerySet:
        """Those in office first, by name; then the former ones, the latest first."""
        return self.order_by(F("until").desc(nulls_first=True), "name", "pk")


class Officer(models.Model):
    """A person who holds or held an office (*titolare di carica*); while in office `until` is empty."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="officers", verbose_name=_("organisation")
    )
    name = models.CharField(_("name and surname"), max_length=150, validators=[validate_plain_letters])
    office = models.CharField(_("office held"), max_length=24, choices=Office)
    since = models.DateField(_("since"), validators=[validate_not_future])
    until = models.DateField(_("until"), null=True, blank=True, validators=[validate_not_future])

    objects = OfficerQuerySet.as_manager()

    class Meta:
        verbose_name = _("holder of an office")
        verbose_name_plural = _("holders of an office")
        constraints = [
            models.CheckConstraint(
                condition=Q(office__in=Office.values), name="partners_officer_office_known"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="partners_officer_days_in_order",
                violation_error_message=_("The last day cannot come before the first one."),
            ),
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(office=Office.LEGAL_REPRESENTATIVE, until__isnull=True),
                name="partners_officer_one_representative",
                violation_error_message=_(
                    "The body has a legal representative now, and there can be only one: write first until "
                    "when that person was in office."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.get_office_display()}"
