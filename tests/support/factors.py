"""A telephone with an app of codes, as the tests hold it."""

from __future__ import annotations

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client

from tests.factories.accounts import PASSWORD
from vicinia.accounts.models import User

PERIOD = 30


def code_of(secret: str, *, steps_later: int = 0) -> str:
    """The six digits that the app shows now, or so many half minutes later (or before)."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD + steps_later))


def add_app(user: User) -> str:
    """Give the person an app, and recovery codes; return the app's key."""
    secret: str = generate_totp_secret()
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret


def recovery_codes_of(user: User) -> list[str]:
    """The recovery codes that are still good."""
    codes = Authenticator.objects.get(user=user, type=Authenticator.Type.RECOVERY_CODES)
    unused: list[str] = codes.wrap().get_unused_codes()
    return unused


def sign_in(user: User, **headers: str) -> Client:
    """A browser in which the person wrote address and password at the door."""
    client = Client(headers=headers or None)
    client.post("/accedi/login/", {"login": user.email, "password": PASSWORD})
    return client
