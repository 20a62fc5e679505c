"""Writes about who acts for a body. The body's row is the lock: two decisions on its people queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from partners.organisations.enums import MemberRole
from partners.organisations.models import Membership, Organisation
from vicinia.core import audit, events
from vicinia.core.clock import database_day

from .access import require_decides
from .events import MemberGone, MemberRoleChanged
from .mandates import mandates_of, named
from .queries import representatives_of

if TYPE_CHECKING:
    from partners.dossier.models import DossierVersion
    from vicinia.accounts.models import User


class LastRepresentative(ValidationError):
    """The body would be left without a legal representative."""


def change_role(*, membership: Membership, role: MemberRole, by: User) -> Membership:
    """Give a person another role; the same one again changes nothing.

    Raises PermissionDenied unless `by` decides on the body's people, LastRepresentative when nobody
    would represent the body any more.
    """
    with transaction.atomic():
        locked = _locked(membership)
        require_decides(by, locked.organisation_id)
        if locked.role != role:
            if role != MemberRole.LEGAL_REPRESENTATIVE:
                _require_another_representative(locked)
            _give(locked, role, by=by)
    return locked


def give_mandate(*, membership: Membership, mandate: DossierVersion | None, by: User) -> Membership:
    """Say with which mandate of the dossier a person signs in the representative's place; None takes it back.

    Raises PermissionDenied unless `by` decides on the body's people, ValidationError when the person is the
    representative, or the mandate is not one that the body may give.
    """
    with transaction.atomic():
        locked = _locked(membership)
        require_decides(by, locked.organisation_id)
        if mandate and locked.role == MemberRole.LEGAL_REPRESENTATIVE:
            raise ValidationError(_("The legal representative needs no mandate."), code="representative")
        if mandate == locked.mandate:
            return locked
        if mandate and mandate not in mandates_of(locked.organisation, database_day()):
            raise ValidationError(
                _("This mandate counts no more: choose another one, or upload it in the documents."),
                code="mandate",
            )
        before, locked.mandate = locked.mandate, mandate
        locked.save(update_fields=["mandate"])
        shown = mandate or before
        audit.record(
            "partners.member.mandate_given" if mandate else "partners.member.mandate_taken_back",
            by=by,
            target=locked.organisation,
            person=str(locked.user),
            mandate=named(shown) if shown else "",
        )
    return locked


def hold_membership(*, user: User, organisation_id: int) -> Membership | None:
    """Return the person's link to a body as it is now, held until the transaction ends; None without one.

    Whoever takes the mandate back or changes the role waits, or was first.
    """
    rows = Membership.objects.select_for_update(of=("self",))
    return rows.filter(user=user, organisation_id=organisation_id).first()


def hand_over(*, membership: Membership, keep: MemberRole, by: User) -> Membership:
    """Make another person the legal representative in the place of `by`, who keeps the role `keep`.

    Raises PermissionDenied, ValidationError when it is handed to oneself or to a closed account.
    """
    with transaction.atomic():
        heir = _locked(membership)
        own = require_decides(by, heir.organisation_id)
        if heir.pk == own.pk:
            raise ValidationError(_("You represent the body already: choose another person."), code="oneself")
        if not heir.user.is_active:
            raise ValidationError(
                _("This person's account is closed: nobody can act with it."), code="closed_account"
            )
        if heir.role != MemberRole.LEGAL_REPRESENTATIVE:
            _give(heir, MemberRole.LEGAL_REPRESENTATIVE, by=by)
        _give(own, keep, by=by)
    return heir


def remove_member(*, membership: Membership, by: User) -> None:
    """Take a person off a body; what they have written stays.

    Raises PermissionDenied unless `by` decides on the body's people, LastRepresentative.
    """
    with transaction.atomic():
        locked = _locked(membership)
        require_decides(by, locked.organisation_id)
        _end(locked, "partners.member.removed", by=by)


def leave(*, membership: Membership, by: User) -> None:
    """Stop acting for a body, whatever its status. Raises LastRepresentative."""
    with transaction.atomic():
        locked = _locked(membership)
        if locked.user_id != by.pk:
            raise ValidationError(_("Only the person can leave: take them off instead."), code="not_oneself")
        _end(locked, "partners.member.left", by=by)


def _locked(membership: Membership) -> Membership:
    """Lock the body, then read the person's link as it is now; raise ValidationError when it is gone."""
    Organisation.objects.select_for_update().get(pk=membership.organisation_id)
    found = (
        Membership.objects.select_for_update(of=("self",))
        .select_related("organisation", "user", "mandate")
        .filter(pk=membership.pk)
        .first()
    )
    if found is None:
        raise ValidationError(_("This person no longer acts for the body: reload the page."), code="gone")
    return found


def _require_another_representative(membership: Membership) -> None:
    if membership.role != MemberRole.LEGAL_REPRESENTATIVE:
        return
    if not representatives_of(membership.organisation_id).exclude(pk=membership.pk).exists():
        raise LastRepresentative(
            _(
                "A body always has a legal representative here, and this is the only one: "
                "make another person the representative first. Nothing has changed."
            ),
            code="last_representative",
        )


def _give(membership: Membership, role: MemberRole, *, by: User) -> None:
    before, membership.role = membership.role, role
    if role == MemberRole.LEGAL_REPRESENTATIVE:
        membership.mandate = None
    membership.save(update_fields=["role", "mandate"])
    audit.record(
        "partners.member.role_changed",
        by=by,
        target=membership.organisation,
        person=str(membership.user),
        role=[before, role],
    )
    events.emit(MemberRoleChanged(membership.organisation_id, membership.user_id, by.pk))


def _end(membership: Membership, action: str, *, by: User) -> None:
    _require_another_representative(membership)
    membership.delete()
    audit.record(
        action, by=by, target=membership.organisation, person=str(membership.user), role=membership.role
    )
    events.emit(MemberGone(membership.organisation_id, membership.user_id, by.pk))
