"""What a screen shows of long work; the workers' signs of life, setbacks and timetable."""

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
    task_id = models.UUIDField(_("task"), null=True, editable=False, db_index=True)
    created_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last sign"), auto_now=True)

    class Meta:
        verbose_name = _("long work")
        verbose_name_plural = _("long works")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.title


class WorkerHeartbeat(models.Model):
    """When a worker process (or the scheduler) was last seen alive, by the database's clock."""

    worker = models.CharField(_("process"), max_length=64, primary_key=True)
    queue = models.CharField(_("queue"), max_length=32)
    seen_at = models.DateTimeField(_("seen at"))

    class Meta:
        verbose_name = _("worker's sign of life")
        verbose_name_plural = _("workers' signs of life")

    def __str__(self) -> str:
        return f"{self.worker} ({self.queue})"


class SetbackReason(models.TextChoices):
    """Why an attempt at a task did not finish."""

    ERROR = "error", _("an error, tried again later")
    LOST = "lost", _("its worker ended")


class TaskSetback(models.Model):
    """An attempt at a task that did not finish; the queue itself only remembers the last one."""

    task_id = models.UUIDField(_("task"), db_index=True)
    reason = models.CharField(_("reason"), max_length=10, choices=SetbackReason)
    worker = models.CharField(_("process"), max_length=64)
    message = models.TextField(_("message"), blank=True)
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("setback of a task")
        verbose_name_plural = _("setbacks of tasks")

    def __str__(self) -> str:
        return f"{self.task_id}: {self.get_reason_display()}"


class ScheduledJob(models.Model):
    """The last slot of a job's timetable that was enqueued, so that two schedulers enqueue it once."""

    key = models.CharField(_("job"), max_length=100, primary_key=True)
    last_slot = models.DateTimeField(_("last slot"))

    class Meta:
        verbose_name = _("scheduled job")
        verbose_name_plural = _("scheduled jobs")

    def __str__(self) -> str:
        return self.key
