"""What people do to their own accounts, on allauth's screens, written into the audit trail."""

from __future__ import annotations

from typing import Any

from allauth.account import signals
from allauth.account.models import EmailAddress
from django.http import HttpRequest
from django.utils.translation import get_language

from vicinia.core import audit

from .models import User
from .services import note_language


def connect() -> None:
    """Listen to allauth."""
    signals.user_signed_up.connect(signed_up, dispatch_uid="vicinia.accounts.signed_up")
    signals.email_confirmed.connect(email_confirmed, dispatch_uid="vicinia.accounts.email_confirmed")
    signals.user_logged_in.connect(signed_in, dispatch_uid="vicinia.accounts.signed_in")
    for name in ("password_set", "password_changed", "password_reset"):
        getattr(signals, name).connect(password_changed, dispatch_uid=f"vicinia.accounts.{name}")


def signed_up(sender: type[User], request: HttpRequest, user: User, **_kwargs: Any) -> None:
    """A person made an account."""
    audit.record("accounts.user.signed_up", by=user, target=user)


def signed_in(sender: type[User], request: HttpRequest, user: User, **_kwargs: Any) -> None:
    """A person came back, perhaps in another language."""
    note_language(user=user, language=get_language() or user.language, by=user)


def email_confirmed(
    sender: type[EmailAddress], request: HttpRequest, email_address: EmailAddress, **_kwargs: Any
) -> None:
    """A person showed that an address is theirs; the trail does not repeat it."""
    audit.record("accounts.user.email_confirmed", by=email_address.user, target=email_address.user)


def password_changed(sender: type[User], request: HttpRequest, user: User, **_kwargs: Any) -> None:
    """A person has a new password, chosen inside or by the link of a mail."""
    audit.record("accounts.user.password_changed", by=user, target=user)
