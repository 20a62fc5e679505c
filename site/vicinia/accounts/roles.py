"""The roles of the office, kept as groups made by a migration.

Outside of this app code asks the table of rights instead: `user.has_perm` (docs/decisions/0015).
"""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from .models import User


class Role(models.TextChoices):
    """What a person of the office does on the platform; the value is the group's name."""

    EDITOR = "editor", _("Editor")
    PUBLISHER = "publisher", _("Publisher")
    CALLS_OFFICE = "calls_office", _("Calls office")
    RESPONSIBLE_OFFICIAL = "responsible_official", _("Responsible official")
    EVALUATOR = "evaluator", _("Evaluator")
    SCHOOLS_OFFICE = "schools_office", _("Schools office")
    DIRECTOR = "director", _("Director")
    TRANSPARENCY_OFFICER = "transparency_officer", _("Transparency officer")
    ADMINISTRATOR = "administrator", _("Administrator")


def roles_of(user: User | AnonymousUser) -> frozenset[str]:
    """Return the person's roles, asking the database once per request."""
    if not isinstance(user, User) or not user.is_active:
        return frozenset()
    known: frozenset[str] | None = getattr(user, "_roles", None)
    if known is None:
        known = frozenset(user.groups.values_list("name", flat=True))
        user._roles = known  # type: ignore[attr-defined]
    return known


def has_role(user: User | AnonymousUser, *roles: Role) -> bool:
    """Tell whether the person has one of the roles; administrators have them all."""
    if isinstance(user, User) and user.is_superuser and user.is_active:
        return True
    return bool({*roles, Role.ADMINISTRATOR} & roles_of(user))
