"""Each app says what becomes of its records when a person is deleted, and does it.

    steps.register("partners", ErasureStep(title=_("Bodies and schools"), fates=fates, erase=erase), order=20)

`fates` is shown before the person decides; `erase` runs in the transaction of the deletion, with the
person's row locked; `obstacles` says what the person must settle first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vicinia.core.components import Text
from vicinia.core.registries import Registry
from vicinia.core.retention.registry import Outcome

if TYPE_CHECKING:
    from vicinia.accounts.models import User


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of one kind of records, how many there are, and why."""

    what: Text
    count: int
    outcome: Outcome
    why: Text


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What must be settled before, and where."""

    text: Text
    url: str = ""
    button: Text = ""


def no_obstacles(_user: User) -> tuple[Obstacle, ...]:
    """Say that nothing here holds a person back."""
    return ()


@dataclass(frozen=True)
class ErasureStep:
    """The part of one app."""

    title: Text
    fates: Callable[[User], Iterable[Fate]]
    erase: Callable[[User], None]
    obstacles: Callable[[User], Iterable[Obstacle]] = no_obstacles


# Orders: bodies and schools 20, calls 30, campaigns and newsletter 40, the account 80 (the steps before it
# still know the addresses), the trail 90 (which then writes the account's new name).
steps: Registry[ErasureStep] = Registry("erasure steps")
