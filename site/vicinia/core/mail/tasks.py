"""The worker's part of sending a mail."""

from typing import Any

from django_tasks import task

from .services import build


@task()
def deliver(message: dict[str, Any]) -> None:
    """Hand one mail to the mail server; the worker tries again when the server is away."""
    build(message).send()
