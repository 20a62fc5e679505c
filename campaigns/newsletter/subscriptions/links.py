"""The signed links that stand in the mails. They carry the subscriber's key, never the address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.core import signing

from vicinia.core.mail import link

from .models import Subscriber

CONFIRMATION_LASTS = timedelta(days=7)
PREFERENCES_LAST = timedelta(days=180)
_CONFIRMATION = "campaigns.newsletter.confirmation"
_PREFERENCES = "campaigns.newsletter.preferences"
# Leaving must work for ever: a link to leave has no term.
_LEAVING = "campaigns.newsletter.leaving"


class LinkExpired(Exception):
    """The link is not ours, its time has passed, or it was used already."""


@dataclass(frozen=True)
class ConfirmationLink:
    """Which subscription, and which of its requests."""

    key: UUID
    request_number: int


@dataclass(frozen=True)
class LeavingLink:
    """Which subscription, and from which issue (None: from no issue in particular)."""

    key: UUID
    issue_id: int | None


def confirmation_url(subscriber: Subscriber) -> str:
    """The address that opens the page with the button to confirm."""
    token = signing.dumps([subscriber.key.hex, subscriber.request_number], salt=_CONFIRMATION)
    return link("newsletter:confirm", token, language=subscriber.language)


def preferences_url(subscriber: Subscriber) -> str:
    """The address of the subscriber's own topics."""
    token = signing.dumps(subscriber.key.hex, salt=_PREFERENCES)
    return link("newsletter:preferences", token, language=subscriber.language)


def leaving_url(subscriber: Subscriber, issue_id: int | None = None) -> str:
    """The address for leaving, also the one that mail programs call by themselves (RFC 8058)."""
    token = signing.dumps([subscriber.key.hex, issue_id], salt=_LEAVING)
    return link("newsletter:leave", token, language=subscriber.language)


def read_confirmation(token: str) -> ConfirmationLink:
    """Return what a confirmation link says, or raise LinkExpired."""
    key, number = _read(token, _CONFIRMATION, CONFIRMATION_LASTS)
    return ConfirmationLink(UUID(key), number)


def read_preferences(token: str) -> UUID:
    """Return the key of a preferences link, or raise LinkExpired."""
    return UUID(_read(token, _PREFERENCES, PREFERENCES_LAST))


def read_leaving(token: str) -> LeavingLink:
    """Return what a link to leave says, or raise LinkExpired when it is not ours."""
    key, issue_id = _read(token, _LEAVING, None)
    return LeavingLink(UUID(key), issue_id)


def _read(token: str, salt: str, lasts: timedelta | None) -> Any:
    try:
        return signing.loads(token, salt=salt, max_age=lasts)
    except signing.BadSignature as error:
        raise LinkExpired from error
