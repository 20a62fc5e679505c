"""The reserved area: each app says what the person has to do and has going on there.

    def organisations_panel(user: User) -> Panel | None: ...

    panels.register("partners.organisations", organisations_panel, order=20)     # in ready()

The home app asks every panel, shows all tasks together with the nearest deadline first, then the
panels one after another. A panel that has nothing to offer this person returns None.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from .components import Button, Card, Crumb, EmptyState, Text
from .pages.breadcrumbs import home_crumb
from .registries import Registry

if TYPE_CHECKING:
    from vicinia.accounts.models import User


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do, with one button; `deadline` is an aware instant, None when it can wait."""

    text: Text
    url: str
    button: Text
    deadline: datetime | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """A titled part of the reserved area; without entries it shows its empty state."""

    title: Text
    tasks: tuple[Task, ...] = ()
    entries: tuple[Card, ...] = ()
    actions: tuple[Button, ...] = ()
    empty_state: EmptyState | None = None


def way_to(*steps: Crumb) -> tuple[Crumb, ...]:
    """Return the way from the home page through the reserved area to one of its screens."""
    return (home_crumb(), Crumb(_("Reserved area"), reverse("reserved_area")), *steps)


PanelFactory = Callable[["User"], Panel | None]

# Orders: organisations 20, schools 30, calls 40, campaigns 50, messages 90.
panels: Registry[PanelFactory] = Registry("reserved-area panels")


def by_deadline(task: Task) -> tuple[bool, float]:
    """Sort key of tasks: the nearest deadline first, those without one last."""
    return (task.deadline is None, task.deadline.timestamp() if task.deadline else 0.0)


# What other apps let a body do, as buttons of its page: given its number, the address and the words.
BodyAction = Callable[[int], Button]
body_actions: Registry[BodyAction] = Registry("actions of a body")
