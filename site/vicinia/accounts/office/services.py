"""Letting people of the office in, and out."""

from __future__ import annotations

from collections.abc import Collection

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core import audit

PASSWORD_LENGTH = 40


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
