"""How a person stands towards one object: an app tells it of its models.

def towards_organisation(user: User, organisation: Organisation) -> frozenset[Standing]: ...

standings.register("partners.organisation", towards_organisation)     # in ready()
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Model

from vicinia.accounts.models import User
from vicinia.core.registries import Registry

from .table import Standing, holders_of

# The object is of the model it is registered for.
Towards = Callable[[User, Any], frozenset[Standing]]

standings: Registry[Towards] = Registry("standings")


def standings_of(user: User, subject: Model) -> frozenset[Standing]:
    """Return how the person stands towards the object; nothing for a model that has no standings."""
    label = subject._meta.label_lower
    return standings[label](user, subject) if label in standings else frozenset()


def may_as_one_of_its_own(user: User, permission: str, subject: Model) -> bool:
    """Tell whether the person may do it for how they stand towards the object, whatever their role."""
    return user.is_active and bool(holders_of(permission) & standings_of(user, subject))
