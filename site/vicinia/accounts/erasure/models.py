"""Requests to be deleted, kept as the proof that they were answered in time."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .enums import ErasureOrigin, ErasureState


class ErasureRequest(models.Model):
    """A person asks to be deleted; afterwards the row names nobody."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="erasure_requests",
        verbose_name=_("person"),
    )
    origin = models.CharField(_("why"), max_length=10, choices=ErasureOrigin, default=ErasureOrigin.ASKED)
    state = models.CharField(_("state"), max_length=12, choices=ErasureState, default=ErasureState.WAITING)
    # Instants of the database's clock.
    asked_at = models.DateTimeField(_("asked at"))
    due_at = models.DateTimeField(_("carried out from"))
    # GDPR art. 12(3): within a month of receipt.
    answer_by = models.DateTimeField(_("answer by"))
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    # Keys of the steps that the office does not carry out, with the reason it wrote to the person.
    refused_steps: models.JSONField[list[str], list[str]] = models.JSONField(
        _("refused parts"), default=list, blank=True
    )
    reason = models.TextField(_("reason of the refusal"), max_length=3000, blank=True)

    class Meta:
        verbose_name = _("request of deletion")
        verbose_name_plural = _("requests of deletion")
        ordering = ["-asked_at", "-pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "due_at"], name="accounts_erasure_due")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(state=ErasureState.WAITING), name="accounts_erasure_one_waiting"
            ),
            models.CheckConstraint(
                condition=Q(state__in=ErasureState.values), name="accounts_erasure_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state=ErasureState.REFUSED) | ~Q(reason=""),
                name="accounts_erasure_refusal_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(state=ErasureState.WAITING) | Q(settled_at__isnull=False),
                name="accounts_erasure_settled_has_time",
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)

    @property
    def is_waiting(self) -> bool:
        """Whether the person can still change their mind."""
        return self.state == ErasureState.WAITING

    def days_left(self, now: datetime) -> int | None:
        """Return how many whole days are left to answer; None once it is settled."""
        return (self.answer_by - now).days if self.is_waiting else None
