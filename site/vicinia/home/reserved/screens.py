"""What a person finds in the reserved area: what to do first, then what each app adds."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from vicinia.accounts.models import User
from vicinia.core.formats import long_datetime
from vicinia.core.reserved_area import Panel, Task, by_deadline, panels


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One thing to do, with its deadline in words."""

    task: Task
    deadline: str


@dataclass(frozen=True, slots=True)
class ReservedScreen:
    """The reserved area of one person."""

    name: str
    tasks: tuple[TaskRow, ...]
    panels: tuple[Panel, ...]


def shows_something(panel: Panel) -> bool:
    """Tell whether a panel would not be a title alone."""
    return bool(panel.entries or panel.actions or panel.empty_state)


def deadline_words(task: Task) -> str:
    """Say by when, or that the term is past: the task may still be done."""
    if task.deadline is None:
        return ""
    words = _("by %(deadline)s") if task.deadline > timezone.now() else _("the term was %(deadline)s")
    return words % {"deadline": long_datetime(task.deadline)}


def reserved_screen(user: User) -> ReservedScreen:
    """Ask every app what this person has to do, the nearest deadline first."""
    found = [panel for make in panels if (panel := make(user)) is not None]
    tasks = sorted((task for panel in found for task in panel.tasks), key=by_deadline)
    return ReservedScreen(
        name=str(user),
        tasks=tuple(TaskRow(task, deadline_words(task)) for task in tasks),
        # What the person has comes before what they could start.
        panels=tuple(sorted(filter(shows_something, found), key=lambda panel: not panel.entries)),
    )
