"""A task carries the id of the request that asked for it into its log lines and audit entries."""

from typing import Any

import structlog
from django.db.models.signals import pre_save


def _add_request_id(sender: Any, instance: Any, **_kwargs: Any) -> None:
    if instance._state.adding and (request_id := structlog.contextvars.get_contextvars().get("request_id")):
        # The queue reads `args` and `kwargs` only and lets another key be.
        instance.args_kwargs["request_id"] = request_id


def connect() -> None:
    """Listen to tasks being enqueued."""
    from django_tasks_db.models import DBTaskResult

    pre_save.connect(_add_request_id, sender=DBTaskResult, dispatch_uid="vicinia.task_request_id")
