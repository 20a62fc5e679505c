"""Reading what a deletion would do, and where requests stand."""

from __future__ import annotations

from dataclasses import dataclass

from vicinia.accounts.models import User
from vicinia.core.components import Text

from .enums import ErasureState
from .models import ErasureRequest
from .registry import Fate, Obstacle, steps


@dataclass(frozen=True, slots=True)
class StepPreview:
    """What one app would do."""

    key: str
    title: Text
    fates: tuple[Fate, ...]


def preview(user: User) -> tuple[StepPreview, ...]:
    """Return what would become of everything held about the person; kinds with no record are left out."""
    found = (
        StepPreview(key, step.title, tuple(fate for fate in step.fates(user) if fate.count))
        for key, step in steps.items()
    )
    return tuple(each for each in found if each.fates)


def obstacles(user: User) -> tuple[Obstacle, ...]:
    """Return what the person must settle before anything can be deleted."""
    return tuple(obstacle for step in steps for obstacle in step.obstacles(user))


def waiting_request(user: User) -> ErasureRequest | None:
    """Return the person's request that still waits, if there is one."""
    return ErasureRequest.objects.filter(user=user, state=ErasureState.WAITING).first()


def latest_refusal(user: User) -> ErasureRequest | None:
    """Return the last request that the office refused, wholly or in part, for the person to read why."""
    return ErasureRequest.objects.filter(user=user).exclude(reason="").first()
