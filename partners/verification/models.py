"""The office's checks on a body, and what the two write to each other about them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partners.organisations.models import Organisation

from .enums import CheckItem, Outcome


class VerificationCheck(models.Model):
    """One check that has ended; what it was before is in the audit trail."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="checks", verbose_name=_("organisation")
    )
    item = models.CharField(_("check"), max_length=20, choices=CheckItem)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    note = models.CharField(_("note"), max_length=500, blank=True)
    link = models.URLField(_("address of the page looked at"), blank=True)
    checked_at = models.DateTimeField(_("checked at"))
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("checked by"),
    )

    class Meta:
        verbose_name = _("check on a body")
        verbose_name_plural = _("checks on bodies")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "item"], name="partners_check_once"),
            models.CheckConstraint(
                condition=Q(item__in=CheckItem.values, outcome__in=Outcome.values),
                name="partners_check_known",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.NOT_DUE) | ~Q(note=""), name="partners_check_not_due_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_item_display()} – {self.organisation}"


class VerificationMessage(models.Model):
    """A question of the office or an answer of the body; whoever wrote last waits for the other."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="messages", verbose_name=_("organisation")
    )
    is_from_office = models.BooleanField(_("from the office"))
    text = models.TextField(_("text"), max_length=3000)
    sent_at = models.DateTimeField(_("sent at"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("written by"),
    )

    class Meta:
        verbose_name = _("message between office and body")
        verbose_name_plural = _("messages between office and body")
        ordering = ["sent_at", "pk"]
        indexes = [models.Index(fields=["organisation", "sent_at"])]

    def __str__(self) -> str:
        return f"{self.organisation} – {self.sent_at:%Y-%m-%d %H:%M}"
