"""Letting people of the office in, and out."""

from __future__ import annotations

from collections.abc import Collection

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from vicinia.accounts.models import User
from vicinia.accounts.rights.backend import require
from vicinia.accounts.roles import Role
from vicinia.accounts.security.queries import has_factors
from vicinia.accounts.security.services import remove_factors
from vicinia.core import audit

from .enums import Proof

PASSWORD_LENGTH = 40
MANAGE = "accounts.manage_user"


@transaction.atomic
def save_person(*, person: User, roles: Collection[Role], by: User) -> User:
    """Keep a person of the office with exactly these roles; without any, the admin stays closed.

    A new person gets a password that nobody knows, and chooses one by the link of a mail.
    Raises ValidationError when administrators would shut themselves out.
    """
    if person.pk and person.pk == by.pk and not by.is_superuser:
        refuse_shutting_out(person, roles)
    if not person.pk:
        person.email = person.email.strip().lower()
        person.set_password(get_random_string(PASSWORD_LENGTH))
    # It keeps them in the list, from which whoever left may come back; the roles alone open the admin.
    person.is_staff = True
    person.save()
    kept = person.groups.exclude(name__in=Role.values)
    person.groups.set([*kept, *Group.objects.filter(name__in=roles)])
    audit.record("accounts.user.saved", by=by, target=person, roles=sorted(roles), active=person.is_active)
    return person


def refuse_shutting_out(person: User, roles: Collection[Role]) -> None:
    """Raise ValidationError unless the person stays an administrator who can sign in."""
    if Role.ADMINISTRATOR not in roles or not person.is_active:
        raise ValidationError(
            _("You would shut yourself out: ask another administrator to take your role away.")
        )


def require_can_let_in(*, person: User, by: User) -> None:
    """Raise ValidationError when there is no second step to take away, or it is one's own."""
    if person.pk == by.pk:
        raise ValidationError(_("Your own second step is changed in “Security of your sign-in”."), code="own")
    if not has_factors(person):
        raise ValidationError(
            _("This person has no second step: there is nothing to take away."), code="nothing"
        )


@transaction.atomic
def let_in_again(*, person: User, proof: Proof, note: str, by: User) -> None:
    """Take the second step away of who has lost it; who asked and how it was proved stay in the trail.

    Raises PermissionDenied, ValidationError as `require_can_let_in`. A superuser's goes from the command line
    alone (`remove_second_factor`).
    """
    require(by, MANAGE)
    if person.is_superuser:
        raise PermissionDenied
    require_can_let_in(person=person, by=by)
    remove_factors(user=person, by=by, proof=proof, note=note.strip())
