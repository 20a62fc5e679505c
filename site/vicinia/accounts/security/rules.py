"""Who needs a second factor, and who has one."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.conf import settings

from vicinia.accounts.models import User
from vicinia.accounts.roles import roles_of

# Recovery codes stand in for a factor; alone they are none.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def works_for_the_office(user: User) -> bool:
    """Tell whether the person has a role, or is the superuser of the installation."""
    return user.is_superuser or bool(roles_of(user))


def needs_second_factor(user: User) -> bool:
    """Tell whether the person may enter only with a second factor (STAFF_SECOND_FACTOR)."""
    return bool(settings.STAFF_SECOND_FACTOR) and works_for_the_office(user)


def has_second_factor(user: User) -> bool:
    """Tell whether the person has set one up: their sign-ins ask for it."""
    return bool(Authenticator.objects.filter(user=user, type__in=FACTORS).exists())


def is_last_needed(factor: Authenticator) -> bool:
    """Tell whether taking this factor away would leave without one a person who needs it."""
    if factor.type not in FACTORS or not needs_second_factor(factor.user):
        return False
    others = Authenticator.objects.filter(user=factor.user_id, type__in=FACTORS).exclude(pk=factor.pk)
    return not others.exists()
