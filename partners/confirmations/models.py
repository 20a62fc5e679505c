"""Which body has confirmed which year, and which was asked to."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from partners.organisations.models import Organisation


class YearlyConfirmation(models.Model):
    """A body's people, or the office for them, have said that its data are right for a year."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="confirmations", verbose_name=_("organisation")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    confirmed_at = models.DateTimeField(_("confirmed on"))
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("confirmed by"),
    )

    class Meta:
        verbose_name = _("yearly confirmation")
        verbose_name_plural = _("yearly confirmations")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "year"], name="partners_confirmation_once_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.year}"


class ConfirmationRequest(models.Model):
    """A mail that asked a body to confirm; the platform itself asks once a year (`asked_by` is empty)."""

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="confirmation_requests",
        verbose_name=_("organisation"),
    )
    year = models.PositiveSmallIntegerField(_("year"))
    asked_at = models.DateTimeField(_("asked on"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("asked by"),
    )

    class Meta:
        verbose_name = _("request of confirmation")
        verbose_name_plural = _("requests of confirmation")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "year"], name="partners_confirmation_asked_once")
        ]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.year}"
