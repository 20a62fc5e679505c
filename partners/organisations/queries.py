"""Reads about organisations."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser

from vicinia.accounts.models import User

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
    return organisations_acted_for(user).filter(pk=organisation.pk).exists()
