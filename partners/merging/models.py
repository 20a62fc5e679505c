"""The record of a merge: enough to undo it exactly."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from partners.organisations.models import Organisation


class MergeRecord(models.Model):
    """Which body went into which, what followed and which values of the one that stays were changed."""

    winner = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="merges", verbose_name=_("the one that stays")
    )
    loser = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="merged", verbose_name=_("the one that goes")
    )
    # Every column of the one that goes, as it was.
    loser_before = models.JSONField(_("the one that goes, as it was"))
    # {"partners.Membership.organisation": ["12", ...]}
    followed = models.JSONField(_("what followed"))
    stayed = models.JSONField(_("what stayed with the one that goes"))
    # {"phone": ["before", "after"]} of the one that stays; of roles {"membership id": ["before", "after",
    # key of the mandate to sign that it had]}.
    changes = models.JSONField(_("values changed"))
    roles = models.JSONField(_("roles changed"))
    # Versions of documents that both had: {"12": {"document": 3, "number": 1, "status": "valid"}}.
    versions = models.JSONField(_("old places of the dossier's versions"), default=dict)
    at = models.DateTimeField(_("merged at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("merged by"),
    )
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("undone by"),
    )

    class Meta:
        verbose_name = _("merge of two bodies")
        verbose_name_plural = _("merges of bodies")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["loser"], condition=Q(undone_at__isnull=True), name="partners_merge_of_loser_once"
            ),
            models.CheckConstraint(condition=~Q(winner=F("loser")), name="partners_merge_of_two"),
        ]

    def __str__(self) -> str:
        return f"{self.loser} → {self.winner}"
