"""Holding a body's row until the transaction ends: whoever decides on a body does it one at a time.

What a person may do is asked once the row is held: a suspension or a merge came before, or waits. Who acts
holds their own row first, as whatever writes in a person's name: a deletion waits, or has won.
"""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from vicinia.accounts.models import User
from vicinia.accounts.rights.backend import require
from vicinia.accounts.services import hold_person

from .models import Organisation
from .queries import can_apply_for


class GoneElsewhere(ValidationError):
    """The body went into another one: what is written of it is written there."""


def hold_body(organisation: Organisation) -> Organisation:
    """Hold the row of a body that the office writes about; raise GoneElsewhere when it went into another."""
    held = _held(organisation)
    require_here(held)
    return held


def hold_to_edit(organisation: Organisation, by: User) -> Organisation:
    """Hold the row of a body whose data `by` changes; it raises as `require_may_edit` does."""
    hold_person(by)
    held = _held(organisation)
    require_may_edit(by, held)
    return held


def hold_to_act(organisation: Organisation, by: User) -> Organisation:
    """Hold the row of a body in whose name `by` acts; raise PermissionDenied unless they may now."""
    hold_person(by)
    held = _held(organisation)
    if not can_apply_for(by, held):
        raise PermissionDenied
    return held


def require_may_edit(user: User, organisation: Organisation) -> None:
    """Raise PermissionDenied unless the person may write in the body's name, or manages bodies.

    Raises GoneElsewhere when the body went into another.
    """
    require(user, "partners.change_organisation", organisation)
    require_here(organisation)


def require_here(organisation: Organisation) -> None:
    """Raise GoneElsewhere when the body went into another."""
    if organisation.merged_into:
        raise GoneElsewhere(
            _("«%(name)s» has gone into «%(other)s»: write it there.")
            % {"name": organisation.name, "other": organisation.merged_into.name},
            code="gone_elsewhere",
        )


def _held(organisation: Organisation) -> Organisation:
    return Organisation.objects.select_for_update().get(pk=organisation.pk)
