"""Who was invited to act for a body, and what became of it."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partners.organisations.enums import MemberRole
from partners.organisations.models import Organisation

from .enums import STORED, InvitationState


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Named selections of invitations."""

    def waiting(self) -> InvitationQuerySet:
        """Neither accepted nor withdrawn; their time may have passed."""
        return self.filter(state=InvitationState.PENDING)

    def open(self, now: datetime) -> InvitationQuerySet:
        """Those that can still be accepted."""
        return self.waiting().filter(expires_at__gt=now)


class Invitation(models.Model):
    """A mail with a link, of which only the SHA-256 is kept: who reads the table cannot use it."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="invitations", verbose_name=_("organisation")
    )
    email = models.EmailField(_("e-mail"))
    role = models.CharField(_("role"), max_length=20, choices=MemberRole)
    token_sha256 = models.CharField(_("SHA-256 of the link"), max_length=64, unique=True)
    state = models.CharField(
        _("state"), max_length=10, choices=InvitationState, default=InvitationState.PENDING
    )
    # Instants of the database's clock.
    sent_at = models.DateTimeField(_("sent at"))
    expires_at = models.DateTimeField(_("valid until"))
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("invited by"),
    )
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("accepted by"),
    )
    ended_at = models.DateTimeField(_("answered or withdrawn at"), null=True, blank=True)

    objects: ClassVar[models.Manager[Invitation]] = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-sent_at", "-pk"]
        indexes = [models.Index(fields=["email", "state"])]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "email"],
                condition=Q(state=InvitationState.PENDING),
                name="partners_invitation_one_waiting",
            ),
            models.CheckConstraint(condition=Q(state__in=STORED), name="partners_invitation_state_known"),
            models.CheckConstraint(
                condition=Q(role__in=MemberRole.values), name="partners_invitation_role_known"
            ),
            models.CheckConstraint(
                condition=Q(state=InvitationState.PENDING, ended_at__isnull=True)
                | (~Q(state=InvitationState.PENDING) & Q(ended_at__isnull=False)),
                name="partners_invitation_end_dated",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email} – {self.organisation}"

    def state_at(self, now: datetime) -> InvitationState:
        """Tell where it stands at an instant of the database's clock."""
        state = InvitationState(self.state)
        if state == InvitationState.PENDING and self.expires_at <= now:
            return InvitationState.EXPIRED
        return state
