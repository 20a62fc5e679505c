"""Scheduled work about the yearly confirmation."""

from django_tasks import task

from .services import send_reminders


@task()
def remind_to_confirm() -> int:
    """Write to the bodies whose deadline is near; return how many. Safe to run twice: each is asked once."""
    return send_reminders()
