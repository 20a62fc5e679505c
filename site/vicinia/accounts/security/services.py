"""Writes about factors and devices that are not allauth's own."""

from __future__ import annotations

from datetime import timedelta
from ipaddress import ip_address, ip_network

from allauth.account.models import EmailAddress
from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils import timezone

from vicinia.accounts.models import KnownDevice, User
from vicinia.core import audit

from . import notices
from .browsers import browser_and_system

FORGOTTEN_AFTER = timedelta(days=365)
# The part of an address that stays the same while a person stays with the same provider.
IPV4_NETWORK, IPV6_NETWORK = 16, 32


@transaction.atomic
def spend_totp_code(*, factor: Authenticator, code: str) -> bool:
    """Take a code of the app once: whoever read it over the shoulder cannot use it again (RFC 6238, 5.2).

    The time step of the last code taken is kept with the factor, so that no earlier one counts either.
    """
    locked = Authenticator.objects.select_for_update().get(pk=factor.pk)
    secret, last = decrypt(locked.data["secret"]), locked.data.get("last_counter", -1)
    for counter in yield_hotp_counters_from_time():
        expected = format_hotp_value(hotp_value(secret, counter))
        if counter > last and compare_user_code(actual=code, expected=expected):
            locked.data["last_counter"] = counter
            locked.save(update_fields=["data"])
            return True
    return False


@transaction.atomic
def note_device(*, user: User, user_agent: str, address: str, by: User) -> bool:
    """Remember from where a person signs in; tell whether it is elsewhere than ever before.

    The first device of an account is no news. Those not seen for a year are forgotten.
    """
    now = timezone.now()
    known = KnownDevice.objects.filter(user=user)
    known.filter(last_seen__lt=now - FORGOTTEN_AFTER).delete()
    had_some = known.exists()
    device, is_new = KnownDevice.objects.get_or_create(
        user=user,
        browser=" ".join(browser_and_system(user_agent)).strip()[:60],
        network=network_of(address),
        defaults={"last_seen": now},
    )
    if not is_new:
        device.last_seen = now
        device.save(update_fields=["last_seen"])
        return False
    if had_some:
        audit.record("accounts.user.new_device", by=by, target=user)
    return had_some


def note_use(*, session_key: str | None) -> None:
    """Keep that a session is in use."""
    UserSession.objects.filter(session_key=session_key).update(last_seen_at=timezone.now())


def network_of(address: str) -> str:
    """Return the network that an address is of, as "203.0.0.0/16"; nothing for what is no address."""
    try:
        version = ip_address(address).version
    except ValueError:
        return ""
    return str(ip_network(f"{address}/{IPV4_NETWORK if version == 4 else IPV6_NETWORK}", strict=False))


@transaction.atomic
def confirm_address_by_link(*, user: User, by: User) -> None:
    """Count a code or the link of a "forgotten password" mail as the proof that it is: the address is theirs.

    Only for an account with one address, since a link does not say to which one it was sent.
    """
    addresses = list(EmailAddress.objects.select_for_update().filter(user=user))
    if not addresses:
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    elif len(addresses) == 1 and addresses[0].email == user.email and not addresses[0].verified:
        addresses[0].verified = addresses[0].primary = True
        addresses[0].save(update_fields=["verified", "primary"])
    else:
        return
    audit.record("accounts.user.email_confirmed", by=by, target=user)


@transaction.atomic
def remove_factors(*, user: User, by: User | None, proof: str = "", note: str = "") -> None:
    """Take away all factors of a person who lost them, and end their sessions; they set them up again.

    `proof` and `note` say in the trail how it was made sure that it was them, and who asked.
    """
    Authenticator.objects.filter(user=user).delete()
    for session in UserSession.objects.filter(user=user):
        session.end()
    told = {"proof": proof, "note": note} if proof else {}
    audit.record("accounts.user.factors_removed", by=by, target=user, **told)
    notices.tell("factors_removed", user)


@transaction.atomic
def end_other_sessions(*, user: User, current_key: str | None, by: User) -> int:
    """Sign the person out everywhere but in the session of the key; return from how many places."""
    others = list(UserSession.objects.select_for_update().filter(user=user).exclude(session_key=current_key))
    for session in others:
        session.end()
    audit.record("accounts.user.sessions_ended", by=by, target=user, ended=len(others))
    return len(others)
