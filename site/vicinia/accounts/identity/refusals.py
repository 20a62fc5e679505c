"""Why a sign-in with SPID or CIE did not succeed: what the person is told hangs on it."""

from __future__ import annotations

from enum import StrEnum

from allauth.socialaccount.providers.base import ProviderException


class Reason(StrEnum):
    """What went wrong, as far as the person can do something about it."""

    CANCELLED = "cancelled"  # the person, or their identity provider, said no
    LEVEL = "level"  # the identity was given with less assurance than we ask for
    AWAY = "away"  # the broker does not answer
    EXPIRED = "expired"  # an old or foreign answer: its state is not in this session
    DOUBTFUL = "doubtful"  # what came is not what the broker signs for this sign-in
    INCOMPLETE = "incomplete"  # no name or no valid fiscal number
    TAKEN = "taken"  # linked to another account than the one that is signed in


class IdentityRefused(ProviderException):
    """The sign-in is refused; the text is for the log, never for the person, and names no value received."""

    def __init__(self, reason: Reason, why: str) -> None:
        super().__init__(why)
        self.reason = reason
