"""Which person, by law, an account belongs to."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .levels import REQUIRED, Level


class Way(models.TextChoices):
    """The buttons of the sign-in page; the value is the hint that the broker gets."""

    SPID = "spid", "SPID"
    CIE = "cie", "CIE"


class DigitalIdentity(models.Model):
    """The fiscal number that an account was proven to belong to, and its last use.

    Which of the broker's subjects open the account is allauth's `SocialAccount`: SPID and CIE may be two.
    The fiscal number is shown to its owner alone.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="digital_identity",
        verbose_name=_("person"),
    )
    fiscal_number = models.CharField(_("fiscal number"), max_length=16, unique=True)
    way = models.CharField(_("last way"), max_length=4, choices=Way)
    level = models.PositiveSmallIntegerField(_("last level"))
    linked_at = models.DateTimeField(_("linked on"))
    last_used_at = models.DateTimeField(_("last used on"))

    class Meta:
        verbose_name = _("digital identity")
        verbose_name_plural = _("digital identities")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(level__gte=REQUIRED.value, level__lte=max(Level).value),
                name="accounts_identity_level",
            ),
            models.CheckConstraint(condition=models.Q(way__in=Way.values), name="accounts_identity_way"),
        ]

    def __str__(self) -> str:
        return str(self.user)
