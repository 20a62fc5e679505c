"""What the security page of the reserved area shows, in words."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.usersessions.models import UserSession
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vicinia.accounts.models import User
from vicinia.core.components import Badge, Button, Crumb, Hero, Link, Message
from vicinia.core.formats import long_date, long_datetime
from vicinia.core.reserved_area import Panel, Task, way_to

from .queries import Passkey, Safety, safety_of
from .words import device_words


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a card: a passkey, a device."""

    title: str
    note: str
    links: tuple[Link, ...] = ()
    badge: Badge | None = None


@dataclass(frozen=True, slots=True)
class SafetyCard:
    """One part of the security page; `key` is its anchor."""

    key: str
    title: str
    text: str
    badge: Badge | None = None
    entries: tuple[Entry, ...] = ()
    actions: tuple[Button, ...] = ()


def security_page(user: User, sessions: list[UserSession], current_key: str | None) -> dict[str, object]:
    """Everything that the page shows."""
    safety = safety_of(user)
    return {
        "hero": Hero(
            _("Security of your access"),
            summary=_("How you sign in, what protects the account and from where it is open."),
        ),
        "breadcrumbs": way_to(Crumb(_("Security of your access"))),
        "message": few_codes(safety) if safety.has_few_codes else None,
        "cards": (
            password_card(safety),
            email_card(safety),
            app_card(safety),
            passkeys_card(safety),
            *codes_cards(safety),
        ),
        "devices": tuple(
            device(session, is_current=session.session_key == current_key) for session in sessions
        ),
        "has_others": any(session.session_key != current_key for session in sessions),
    }


def password_card(safety: Safety) -> SafetyCard:
    """The password."""
    if safety.has_password:
        action = Button(_("Change the password"), reverse("account_change_password"), style="outline")
        return SafetyCard(
            "password", _("Password"), _("Long and used here alone is best."), actions=(action,)
        )
    return SafetyCard(
        "password",
        _("Password"),
        _("You sign in without a password: you can add one."),
        actions=(Button(_("Choose a password"), reverse("account_set_password"), style="outline"),),
    )


def email_card(safety: Safety) -> SafetyCard:
    """The address."""
    text = safety.email
    if safety.email_to_confirm:
        text = _("%(email)s. We wait for you to open the link that we sent to %(new)s.") % {
            "email": safety.email,
            "new": safety.email_to_confirm,
        }
    action = Button(_("Change the address"), reverse("account_email"), style="outline")
    return SafetyCard("email", _("E-mail"), text, actions=(action,))


def app_card(safety: Safety) -> SafetyCard:
    """The app with codes."""
    if safety.app_since is None:
        return SafetyCard(
            "app",
            _("App with codes"),
            _("After the password, signing in asks for a code that only your telephone shows."),
            Badge(_("Not set up")),
            actions=(Button(_("Set up the app"), reverse("mfa_activate_totp")),),
        )
    return SafetyCard(
        "app",
        _("App with codes"),
        _("Added on %(day)s. %(used)s") % {"day": long_date(safety.app_since), "used": last_use(safety)},
        Badge(_("Active"), "success"),
        actions=(Button(_("Remove the app"), reverse("mfa_deactivate_totp"), style="quiet"),),
    )


def last_use(safety: Safety) -> str:
    """When the app's code was last asked."""
    if safety.app_last_used is None:
        return _("Not used yet.")
    return _("Last used: %(when)s.") % {"when": long_datetime(safety.app_last_used)}


def passkeys_card(safety: Safety) -> SafetyCard:
    """The passkeys, each with its name."""
    return SafetyCard(
        "passkeys",
        _("Passkeys"),
        _("You sign in with the fingerprint, the face or the PIN of your device, instead of the password."),
        None if safety.passkeys else Badge(_("None added")),
        entries=tuple(passkey_entry(passkey) for passkey in safety.passkeys),
        actions=(Button(_("Add a passkey"), reverse("mfa_add_webauthn"), style="outline"),),
    )


def passkey_entry(passkey: Passkey) -> Entry:
    """One passkey: since when, when it last served, what can be done with it."""
    used = _("Last used: %(when)s.") % {"when": long_datetime(passkey.last_used)} if passkey.last_used else ""
    note = _("Added on %(day)s. %(used)s") % {
        "day": long_date(passkey.added),
        "used": used or _("Not used yet."),
    }
    return Entry(
        passkey.name,
        note,
        links=(
            Link(_("Rename"), reverse("mfa_edit_webauthn", args=[passkey.pk])),
            Link(_("Remove"), reverse("mfa_remove_webauthn", args=[passkey.pk])),
        ),
    )


def codes_cards(safety: Safety) -> tuple[SafetyCard, ...]:
    """The recovery codes, for whoever has a factor that they stand in for."""
    if not safety.has_factor:
        return ()
    left = safety.codes_left or 0
    return (
        SafetyCard(
            "codes",
            _("Recovery codes"),
            _("For when you do not have your telephone: each opens once."),
            Badge(
                ngettext("%(left)s code left", "%(left)s codes left", left) % {"left": left},
                "attention" if safety.has_few_codes else "success",
            ),
            actions=(Button(_("Make new codes"), reverse("mfa_generate_recovery_codes"), style="outline"),),
        ),
    )


def few_codes(safety: Safety) -> Message:
    """Say that the codes are running out, and what to do."""
    left = safety.codes_left or 0
    return Message(
        "attention",
        ngettext(
            "You have %(left)s recovery code left: make new ones before you need them.",
            "You have %(left)s recovery codes left: make new ones before you need them.",
            left,
        )
        % {"left": left},
        link=Link(_("Make new codes"), reverse("mfa_generate_recovery_codes")),
    )


def device(session: UserSession, *, is_current: bool) -> Entry:
    """A browser where the account is open."""
    note = _("Last used %(when)s, from the network address %(address)s. Signed in on %(since)s.") % {
        "when": long_datetime(session.last_seen_at),
        "address": session.ip,
        "since": long_date(session.created_at),
    }
    badge = Badge(_("This device"), "information") if is_current else None
    return Entry(device_words(session.user_agent), note, badge=badge)


def security_panel(user: User) -> Panel:
    """The way to the security page from the reserved area, with what is to do there."""
    safety = safety_of(user)
    tasks: tuple[Task, ...] = ()
    if safety.has_few_codes:
        tasks = (Task(_("Your recovery codes are running out"), reverse("security"), _("Make new codes")),)
    button = Button(
        _("Password, second step, devices"),
        reverse("security"),
        style="outline",
        note=_("Two steps protect it") if safety.has_factor else _("The password alone opens it"),
    )
    return Panel(_("Security of your access"), tasks=tasks, actions=(button,))
