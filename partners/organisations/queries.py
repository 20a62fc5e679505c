"""Reads about organisations."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser

from vicinia.accounts.models import User
from vicinia.accounts.rights.standings import may_as_one_of_its_own

from .models import Organisation, OrganisationQuerySet


def organisations_of(user: User | AnonymousUser) -> OrganisationQuerySet:
    """Return the bodies the person belongs to, by name."""
    # `memberships__user_id=None` would give the bodies nobody belongs to.
    return Organisation.objects.of_member(user.pk) if user.pk else Organisation.objects.none()


def organisations_acted_for(user: User | AnonymousUser) -> OrganisationQuerySet:
    """Return the bodies in whose name the person may write and apply now, by name."""
    return Organisation.objects.acted_for_by(user.pk) if user.pk else Organisation.objects.none()


def can_apply_for(user: User | AnonymousUser, organisation: Organisation) -> bool:
    """Tell whether the person may apply in the body's name: representative or editor, body not suspended."""
    # Not `has_perm`: a superuser acts in nobody's name.
    return isinstance(user, User) and may_as_one_of_its_own(user, "partners.act_organisation", organisation)


def can_sign_for(user: User | AnonymousUser, organisation: Organisation) -> bool:
    """Tell whether what the person sends binds the body: its representative, or who has a mandate."""
    return isinstance(user, User) and may_as_one_of_its_own(user, "partners.sign_organisation", organisation)


def may_see_iban(user: User | AnonymousUser, organisation: Organisation) -> bool:
    """Tell whether the person reads and writes the IBAN in full: its representative, the calls office."""
    return user.has_perm("partners.see_iban_organisation", organisation)
