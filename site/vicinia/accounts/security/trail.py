"""What happens to factors, devices and addresses on allauth's screens: into the trail, and told by mail."""

from __future__ import annotations

import time
from typing import Any

from allauth.account import signals as account_signals
from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.mfa import signals
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from vicinia.accounts.models import User
from vicinia.core import audit

from . import notices, services
from .gate import SEEN_AT

RECOVERY = Authenticator.Type.RECOVERY_CODES


def connect() -> None:
    """Listen to allauth."""
    for signal, listener in (
        (signals.authenticator_added, factor_added),
        (signals.authenticator_removed, factor_removed),
        (signals.authenticator_reset, codes_renewed),
        (signals.authenticator_used, factor_used),
        (account_signals.email_added, email_change_asked),
        (account_signals.email_changed, email_changed),
        (account_signals.password_reset, address_proven),
        (account_signals.authentication_step_completed, code_written),
        (account_signals.user_logged_in, signed_in),
    ):
        signal.connect(listener, dispatch_uid=f"vicinia.accounts.security.{listener.__name__}")


def factor_added(user: User, authenticator: Authenticator, **_kwargs: Any) -> None:
    """A person added an app, a passkey, or got the first recovery codes."""
    audit.record("accounts.user.factor_added", by=user, target=user, factor=authenticator.type)


def factor_removed(user: User, authenticator: Authenticator, **_kwargs: Any) -> None:
    """A person took a factor away."""
    audit.record("accounts.user.factor_removed", by=user, target=user, factor=authenticator.type)


def codes_renewed(user: User, **_kwargs: Any) -> None:
    """A person made new recovery codes."""
    audit.record("accounts.user.recovery_codes_renewed", by=user, target=user)


def factor_used(request: HttpRequest, user: User, authenticator: Authenticator, **_kwargs: Any) -> None:
    """A factor opened the account: worth a mail when it is a recovery code, kept for emergencies."""
    if authenticator.type == RECOVERY:
        authenticator.refresh_from_db()
        left = len(authenticator.wrap().get_unused_codes())
        audit.record("accounts.user.recovery_code_used", by=user, target=user, left=left)
        notices.tell("recovery_code_used", user, request=request, left=left)


def email_change_asked(request: HttpRequest, user: User, email_address: EmailAddress, **_kwargs: Any) -> None:
    """A new address waits to be confirmed: the old one is told, the new one gets the link."""
    audit.record("accounts.user.email_change_asked", by=user, target=user)
    notices.tell("email_change_asked", user, request=request, to_email=email_address.email)


def email_changed(user: User, from_email_address: EmailAddress | None = None, **_kwargs: Any) -> None:
    """The account has another address (a new one's first is no change); the trail does not repeat it."""
    if from_email_address is None:
        return
    audit.record("accounts.user.email_changed", by=user, target=user)


def address_proven(user: User, **_kwargs: Any) -> None:
    """A new password was chosen by the link of a mail: the address is the person's."""
    services.confirm_address_by_link(user=user, by=user)


def code_written(user: User, method: str, email: str | None = None, **_kwargs: Any) -> None:
    """A person wrote the code of a mail: it proves the address as its link would."""
    if method == "code" and (email or "").lower() == user.email:
        services.confirm_address_by_link(user=user, by=user)


def signed_in(request: HttpRequest, user: User, **_kwargs: Any) -> None:
    """A person came in: from where they always do, or from elsewhere."""
    request.session[SEEN_AT] = time.time()
    is_elsewhere = services.note_device(
        user=user,
        user_agent=request.headers.get("User-Agent", ""),
        address=get_adapter().get_client_ip(request),
        by=user,
    )
    if is_elsewhere:
        notices.tell("new_device", user, request=request)
