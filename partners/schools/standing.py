"""How a person stands towards a school."""

from __future__ import annotations

from vicinia.accounts.models import User
from vicinia.accounts.rights.table import Standing

from .models import School
from .queries import can_act_for_school


def towards_school(user: User, school: School) -> frozenset[Standing]:
    """Return whether the person works there."""
    return frozenset({Standing.TEACHER}) if can_act_for_school(user, school) else frozenset()
