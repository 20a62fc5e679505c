"""Permission rows: which role may add, change, view or delete which kind of object in the admin.

Apps register their rows in `ready()`; they are written to the database after each migrate, so that
a new model reaches the roles without a migration of its own.

    grants.register("calls", [Grant(role="calls_office", model="calls.call", actions=ALL)])
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.apps import AppConfig, apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType

from vicinia.core.registries import Registry

VIEW = ("view",)
CHANGE = ("view", "change")
ALL = ("view", "add", "change", "delete")


@dataclass(frozen=True)
class Grant:
    """One row: a role (group name), a model ("app.model", lower case), actions or full codenames."""

    role: str
    model: str
    actions: tuple[str, ...]

    def codenames(self) -> list[str]:
        """Return Django's codenames: `view_call` for `view`, others as they are."""
        name = self.model.split(".")[1]
        return [f"{action}_{name}" if action in ALL else action for action in self.actions]


grants: Registry[Sequence[Grant]] = Registry("permission rows")


def sync(app: AppConfig) -> None:
    """Give the roles what the rows say about one app's models. Safe to run again."""
    rows = [row for rows in grants for row in rows if row.model.split(".")[0] == app.label]
    if not rows:
        return
    create_permissions(app, verbosity=0)
    for row in rows:
        content_type = ContentType.objects.get_for_model(apps.get_model(row.model), for_concrete_model=False)
        wanted = Permission.objects.filter(content_type=content_type, codename__in=row.codenames())
        group, _created = Group.objects.get_or_create(name=row.role)
        group.permissions.add(*wanted)
