"""The table: which role of the office, or which standing towards an object, may do which action on it.

    ROWS: Rows = {
        "partners.organisation": {
            "view": OFFICE | {Role.DIRECTOR, Standing.READER},
            "verify": OFFICE,
        },
    }
    register(ROWS)                                                   # in ready()
    user.has_perm("partners.verify_organisation", organisation)      # anywhere

What is not in the table nobody may do. An administrator may do what any role of the office may.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from vicinia.accounts.roles import Role
from vicinia.core.registries import Registry


class Standing(models.TextChoices):
    """How a person stands towards one object; apps tell it by `standings.register`."""

    REPRESENTATIVE = "standing:representative", _("legal representative of the body")
    WRITER = "standing:writer", _("member who fills in and sends for the body")
    DELEGATE = "standing:delegate", _("member with a mandate that counts")
    READER = "standing:reader", _("member who only reads")
    TEACHER = "standing:teacher", _("who works in the school")


Holder = Role | Standing
# Of each kind of object ("app.model"): action -> who may.
Rows = Mapping[str, Mapping[str, Set[Holder]]]


@dataclass(frozen=True, slots=True)
class Right:
    """One cell row of the table: an action on a kind of object, and who may."""

    subject: str
    action: str
    holders: frozenset[str]

    @property
    def permission(self) -> str:
        """Its name as Django writes it: `partners.verify_organisation`."""
        app, model = self.subject.split(".")
        return f"{app}.{self.action}_{model}"

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles of the office that may."""
        return tuple(role for role in Role if role in self.holders)

    @property
    def standings(self) -> tuple[Standing, ...]:
        """The standings that may."""
        return tuple(standing for standing in Standing if standing in self.holders)


rights: Registry[Right] = Registry("rights")


def register(rows: Rows) -> None:
    """Add an app's rows; raise AlreadyRegistered when one is there."""
    for subject, actions in rows.items():
        for action, holders in actions.items():
            of_office = any(isinstance(holder, Role) for holder in holders)
            everybody = frozenset(holders) | ({Role.ADMINISTRATOR} if of_office else frozenset())
            right = Right(subject, action, everybody)
            rights.register(right.permission, right)


def holders_of(permission: str) -> frozenset[str]:
    """Return who may do it, by value; nobody when the table does not know it."""
    return rights[permission].holders if permission in rights else frozenset()
