"""Reads about people's accounts."""

from __future__ import annotations

from allauth.account.models import EmailAddress

from .models import User


def addresses_of(user: User) -> frozenset[str]:
    """Return the addresses that the person has shown to read, in small letters."""
    confirmed = EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True)
    return frozenset(address.lower() for address in confirmed)
