"""Answers Django's `has_perm` from the table of rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.backends import BaseBackend
from django.core.exceptions import PermissionDenied
from django.db.models import Model

from vicinia.accounts.models import User
from vicinia.accounts.roles import roles_of

from .standings import may_as_one_of_its_own
from .table import holders_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


class RightsBackend(BaseBackend):
    """Authorises, authenticates nobody. Wagtail's own permissions (pages, images) are not ours to answer.

    With an object, standings towards it count beside the roles of the office; without one, only the roles.
    """

    def has_perm(self, user_obj: User | AnonymousUser, perm: str, obj: Model | None = None) -> bool:
        """Tell whether the person may do it."""
        holders = holders_of(perm)
        if not holders or not isinstance(user_obj, User) or not user_obj.is_active:
            return False
        if holders & roles_of(user_obj):
            return True
        return obj is not None and may_as_one_of_its_own(user_obj, perm, obj)


def require(user: User | AnonymousUser, permission: str, subject: Model | None = None) -> None:
    """Raise PermissionDenied unless the person may do it (to the object)."""
    if not user.has_perm(permission, subject):
        raise PermissionDenied
