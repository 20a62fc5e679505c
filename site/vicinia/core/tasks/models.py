"""What a screen shows of long work, and the sign of life of each worker."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ProgressState(models.TextChoices):
    """Where a piece of long work stands."""

    WAITING = "waiting", _("waiting")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")
    CANCELLED = "cancelled", _("cancelled")


class Progress(models.Model):
    """One piece of long work: how far it is, what it gave, why it failed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=100, db_index=True)
    title = models.CharField(_("title"), max_length=200)
    state = models.CharField(_("state"), max_length=10, choices=ProgressState, default=ProgressState.WAITING)
    done = models.PositiveIntegerField(_("done"), default=0)
    total = models.PositiveIntegerField(_("in all"), default=0)
    message = models.TextField(_("message"), blank=True)
    cursor = models.JSONField(_("where to resume"), default=dict)
    result = models.ForeignKey(
        "core.StoredFile", null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("result")
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("started by"),
    )
    created_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last sign"), auto_now=True)

    class Meta:
        verbose_name = _("long work")
        verbose_name_plural = _("long works")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.title


class WorkerHeartbeat(models.Model):
    """When a worker process was last seen alive."""

    worker = models.CharField(_("process"), max_length=64, primary_key=True)
    queue = models.CharField(_("queue"), max_length=32)
    seen_at = models.DateTimeField(_("seen at"))

    class Meta:
        verbose_name = _("worker's sign of life")
        verbose_name_plural = _("workers' signs of life")

    def __str__(self) -> str:
        return f"{self.worker} ({self.queue})"
