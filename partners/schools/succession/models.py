"""A closed school and the one that goes on with it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from partners.schools.models import School

from .enums import SuccessionState


class SchoolSuccession(models.Model):
    """A proposal or a link of the office, what was decided, and enough of what followed to give it back."""

    closed = models.ForeignKey(
        School, on_delete=models.PROTECT, related_name="successions", verbose_name=_("closed school")
    )
    successor = models.ForeignKey(
        School, on_delete=models.PROTECT, related_name="precessions", verbose_name=_("goes on as")
    )
    score = models.PositiveSmallIntegerField(_("likelihood"))
    # Values of `matching.Reason`; none for a pair that only the office has seen.
    reasons = models.JSONField(_("reasons"), default=list)
    note = models.CharField(_("why the office linked them"), max_length=500, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=SuccessionState, default=SuccessionState.PROPOSED
    )
    settled_at = models.DateTimeField(_("last change of state"), auto_now_add=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("decided by"),
    )
    # {"campaigns.Enrolment.school": ["12", ...]}, while it is confirmed.
    followed = models.JSONField(_("what followed"), default=dict, editable=False)
    # Requests for the new school that a confirmed access to the old one settled: primary keys.
    raised = models.JSONField(_("accesses confirmed with it"), default=list, editable=False)

    class Meta:
        verbose_name = _("school that changes code")
        verbose_name_plural = _("schools that change code")
        ordering = ["-score", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["closed", "successor"], name="partners_succession_once"),
            models.UniqueConstraint(
                fields=["closed"],
                condition=Q(state=SuccessionState.CONFIRMED),
                name="partners_succession_one_successor",
            ),
            models.CheckConstraint(
                condition=~Q(closed=F("successor")), name="partners_succession_two_schools"
            ),
            models.CheckConstraint(
                condition=Q(state__in=SuccessionState.values), name="partners_succession_state_known"
            ),
            models.CheckConstraint(
                condition=Q(score__gt=0) | ~Q(note=""), name="partners_succession_linked_with_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.closed.name} ({self.closed.code}) → {self.successor.name} ({self.successor.code})"
