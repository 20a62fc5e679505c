"""One file that the office imports, from the upload to the report."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .enums import Choice, RunState


class ImportRun(models.Model):
    """An import: its file, how its columns were matched, what the check found, what was written.

    Differences and refused rows are kept as files (`kept.py`): there can be a hundred thousand.
    """

    kind = models.CharField(_("kind"), max_length=60, db_index=True)
    state = models.CharField(_("state"), max_length=10, choices=RunState, default=RunState.UPLOADED)
    file = models.ForeignKey(
        "core.StoredFile", null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("file")
    )
    file_name = models.CharField(_("file"), max_length=255)
    file_sha256 = models.CharField(_("SHA-256 of the file"), max_length=64, db_index=True)
    # Pairs of a name and some values: an object would not keep the order of the file.
    columns = models.JSONField(_("columns of the file, with some values of each"), default=list)
    mapping = models.JSONField(_("matched columns"), default=dict)
    choice = models.CharField(_("rows to write"), max_length=4, choices=Choice, blank=True)
    created = models.PositiveIntegerField(_("new"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    unchanged = models.PositiveIntegerField(_("unchanged"), default=0)
    repeated = models.PositiveIntegerField(_("repeated"), default=0)
    refused = models.PositiveIntegerField(_("refused"), default=0)
    changes = models.ForeignKey(
        "core.StoredFile",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("differences"),
    )
    problems = models.ForeignKey(
        "core.StoredFile",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("refused rows"),
    )
    caution = models.TextField(_("what is to be accepted first"), blank=True)
    message = models.TextField(_("what went wrong"), blank=True)
    progress = models.ForeignKey(
        "core.Progress", null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("progress")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("by"),
    )
    created_at = models.DateTimeField(_("file received at"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=RunState.values), name="core_importrun_state_known"),
            models.CheckConstraint(
                condition=~Q(state__in=[RunState.RUNNING, RunState.DONE]) | Q(choice__in=Choice.values),
                name="core_importrun_written_by_choice",
            ),
            models.CheckConstraint(
                condition=~Q(state=RunState.DONE) | Q(finished_at__isnull=False),
                name="core_importrun_done_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def header(self) -> list[str]:
        """The names of the file's columns, in its order."""
        return [name for name, _samples in self.columns]
