"""What the safety of an account keeps of a person, told to them alone (GDPR art. 15)."""

from __future__ import annotations

from collections.abc import Iterator

from allauth.mfa.models import Authenticator
from django.utils.translation import gettext as _

from vicinia.accounts.models import KnownDevice, User
from vicinia.accounts.personal.registry import Field, PersonalSource, Section

from .queries import sessions_of
from .words import device_words


def security_sections(user: User) -> Iterator[Section]:
    """Return factors without their secrets, open sessions, and the devices known from former sign-ins."""
    why = _("So that nobody else enters your account (GDPR, art. 32).")
    factors = Authenticator.objects.filter(user=user).order_by("created_at")
    yield Section(
        "factors",
        _("Second step of sign-in"),
        (
            Field("kind", _("Kind")),
            Field("added_at", _("Added on")),
            Field("last_used_at", _("Last used on")),
        ),
        tuple((each.get_type_display(), each.created_at, each.last_used_at) for each in factors),
        why=why,
    )
    yield Section(
        "sessions",
        _("Where your account is open"),
        (
            Field("device", _("Device")),
            Field("address", _("Network address")),
            Field("since", _("Signed in on")),
            Field("last_seen_at", _("Last used on")),
        ),
        tuple(
            (device_words(each.user_agent), each.ip, each.created_at, each.last_seen_at)
            for each in sessions_of(user)
        ),
        why=why,
    )
    devices = KnownDevice.objects.filter(user=user).order_by("-last_seen")
    yield Section(
        "devices",
        _("Devices from which you signed in during the last year"),
        (
            Field("browser", _("Browser")),
            Field("network", _("Network")),
            Field("last_seen", _("Last sign-in")),
        ),
        tuple((each.browser, each.network, each.last_seen) for each in devices),
        why=why,
    )


SECURITY = PersonalSource(
    security_sections,
    told=frozenset(
        {
            "mfa.Authenticator.user",
            "usersessions.UserSession.user",
            "accounts.KnownDevice.user",
        }
    ),
    not_told={},
)
