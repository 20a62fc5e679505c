"""Requests of people to act for a body."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partners.organisations.enums import MemberRole
from partners.organisations.models import Organisation

from .enums import ClaimState


class Claim(models.Model):
    """A person says to act for a body, in which capacity, and shows what proves it."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="claims", verbose_name=_("organisation")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="organisation_claims",
        verbose_name=_("person"),
    )
    role = models.CharField(_("role asked for"), max_length=20, choices=MemberRole)
    message = models.TextField(_("what the person says"), max_length=1000, blank=True)
    proof = models.ForeignKey(
        "core.StoredFile",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("document that proves it"),
    )
    created_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    state = models.CharField(_("state"), max_length=10, choices=ClaimState, default=ClaimState.PENDING)
    reason = models.CharField(_("reason of the refusal"), max_length=500, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("decided by"),
    )

    class Meta:
        verbose_name = _("request to act for a body")
        verbose_name_plural = _("requests to act for a body")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "user"],
                condition=Q(state=ClaimState.PENDING),
                name="partners_claim_one_waiting",
            ),
            models.CheckConstraint(
                condition=Q(role__in=MemberRole.values, state__in=ClaimState.values),
                name="partners_claim_known",
            ),
            models.CheckConstraint(
                condition=~Q(state=ClaimState.REFUSED) | ~Q(reason=""),
                name="partners_claim_refusal_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.organisation}"
