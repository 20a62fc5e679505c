"""A person whom the broker has proven and who has no account linked yet, kept in their session."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass

from django.http import HttpRequest

from .person import ProvenIdentity

SESSION_KEY = "identity_pending"
# Seconds to sign in to the account or to make one; then the person proves themselves again.
KEPT_FOR = 15 * 60


@dataclass(frozen=True, slots=True)
class Pending:
    """Who it is, and where they were going."""

    identity: ProvenIdentity
    next_url: str


def keep(request: HttpRequest, identity: ProvenIdentity, *, next_url: str) -> None:
    """Remember the person in this session alone."""
    request.session[SESSION_KEY] = {"identity": asdict(identity), "next": next_url, "at": time.time()}


def get(request: HttpRequest) -> Pending | None:
    """Return whom this session has proven, while it is fresh."""
    kept = request.session.get(SESSION_KEY)
    if not isinstance(kept, dict) or time.time() - kept["at"] > KEPT_FOR:
        return None
    return Pending(ProvenIdentity(**kept["identity"]), kept["next"])


def forget(request: HttpRequest) -> None:
    """The person has an account now, or wants none."""
    request.session.pop(SESSION_KEY, None)
