"""Reads about digital identities."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from allauth.account.internal.userkit import filter_users_by_email
from allauth.account.models import EmailAddress
from django.conf import settings

from vicinia.accounts.models import User

from .models import DigitalIdentity, Way
from .person import ProvenIdentity

# Of a fiscal number its owner sees the ends.
SHOWN_START, SHOWN_END = 3, 2


class Obstacle(StrEnum):
    """Why an account cannot be made or linked as things are."""

    ADDRESS = "address"  # an account has the address: its owner signs in to it
    PERSON = "person"  # an account has the fiscal number
    ACCOUNT = "account"  # this account has another fiscal number


@dataclass(frozen=True, slots=True)
class LinkedIdentity:
    """What the owner sees of their digital identity."""

    fiscal_number: str
    way: str
    level: int
    linked_at: datetime
    last_used_at: datetime
    can_unlink: bool


def offered_ways() -> tuple[Way, ...]:
    """Return the buttons of the sign-in page: none without a broker."""
    return tuple(Way(way) for way in settings.EID_WAYS) if settings.EID_ISSUER else ()


def linked_identity(user: User) -> LinkedIdentity | None:
    """Return the digital identity of an account, as its owner may see it."""
    known = DigitalIdentity.objects.filter(user=user).first()
    if known is None:
        return None
    return LinkedIdentity(
        fiscal_number=masked(known.fiscal_number),
        way=known.get_way_display(),
        level=known.level,
        linked_at=known.linked_at,
        last_used_at=known.last_used_at,
        can_unlink=has_another_way(user),
    )


def proven_fiscal_number(user: User) -> str:
    """Return the fiscal number that SPID or CIE have proven for an account, whole; empty without a proof.

    To compare what the person writes; what is shown is `masked`.
    """
    return DigitalIdentity.objects.filter(user=user).values_list("fiscal_number", flat=True).first() or ""


def obstacle(identity: ProvenIdentity, user: User | None) -> Obstacle | None:
    """Return what stands between a proven person and an account: `user`'s, or a new one."""
    holder = DigitalIdentity.objects.filter(fiscal_number=identity.fiscal_number).first()
    if holder is not None and (user is None or holder.user_id != user.pk):
        return Obstacle.PERSON
    if user is None:
        return Obstacle.ADDRESS if identity.email and address_has_account(identity.email) else None
    other = DigitalIdentity.objects.filter(user=user).exclude(fiscal_number=identity.fiscal_number)
    return Obstacle.ACCOUNT if other.exists() else None


def address_has_account(email: str) -> bool:
    """Tell whether somebody signs in with the address, confirmed or not."""
    return bool(filter_users_by_email(email))


def has_another_way(user: User) -> bool:
    """Tell whether a person enters without SPID or CIE: with a password, or codes to a confirmed address."""
    if user.has_usable_password():
        return True
    by_code = bool(getattr(settings, "ACCOUNT_LOGIN_BY_CODE_ENABLED", False))
    return by_code and EmailAddress.objects.filter(user=user, verified=True).exists()


def masked(fiscal_number: str) -> str:
    """Return a fiscal number of which a passer-by learns nothing: `PRV•••••••••••9E`."""
    hidden = "•" * (len(fiscal_number) - SHOWN_START - SHOWN_END)
    return f"{fiscal_number[:SHOWN_START]}{hidden}{fiscal_number[-SHOWN_END:]}"
