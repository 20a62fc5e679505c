"""The reminder of September, which the office can send again."""

from __future__ import annotations

from django_tasks import task

from .queries import to_confirm_again
from .services import ask_everybody, remind_last_years


def has_any() -> bool:
    """Tell whether somebody has to confirm."""
    return to_confirm_again().exists()


@task(queue_name="default")
def remind_referents() -> None:
    """Write to last year's contact persons who have not said whether they still are."""
    remind_last_years()


@task(queue_name="default")
def ask_for_referents() -> None:
    """Write to them, and to the teachers of the sites that nobody of last year can confirm."""
    ask_everybody()
