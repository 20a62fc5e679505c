"""What the pages of SPID and CIE show."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vicinia.accounts.models import User
from vicinia.core.components import Button, Card, Crumb, Fact, Hero, Message, Text
from vicinia.core.formats import long_datetime
from vicinia.core.reserved_area import Panel, way_to

from .forms import AccountForm
from .levels import Level
from .models import Way
from .person import ProvenIdentity
from .queries import LinkedIdentity, Obstacle, linked_identity, masked, offered_ways
from .refusals import Reason

BUTTONS: dict[Way, Text] = {
    Way.SPID: gettext_lazy("Sign in with SPID"),
    Way.CIE: gettext_lazy("Sign in with CIE"),
}
LINK_BUTTONS: dict[Way, Text] = {Way.SPID: gettext_lazy("Link SPID"), Way.CIE: gettext_lazy("Link CIE")}
LEVELS: dict[int, Text] = {
    Level.TWO_FACTORS: gettext_lazy("2, with two factors"),
    Level.CERTIFICATE: gettext_lazy("3, with a certificate"),
}
# What happened, and what to do. Nothing of the broker's own words: they are for its technicians.
REFUSALS: dict[Reason, tuple[Text, Text]] = {
    Reason.CANCELLED: (
        gettext_lazy("You did not finish signing in"),
        gettext_lazy(
            "You stopped, or your identity provider did not confirm. Nothing has changed: try again."
        ),
    ),
    Reason.LEVEL: (
        gettext_lazy("A stronger sign-in is needed"),
        gettext_lazy(
            "You signed in with the password alone (level 1). We need level 2: the password and a second "
            "step, such as the code or the notice of your identity provider's app. Try again: this time you "
            "will be asked for both."
        ),
    ),
    Reason.AWAY: (
        gettext_lazy("SPID and CIE do not answer now"),
        gettext_lazy(
            "The service that connects us to them is not answering. It does not depend on you, and nothing "
            "was lost: try again in some minutes, or sign in with e-mail and password."
        ),
    ),
    Reason.EXPIRED: (
        gettext_lazy("This sign-in is no longer valid"),
        gettext_lazy(
            "More than ten minutes have passed, or the page was opened twice. Nothing has changed: start "
            "again."
        ),
    ),
    Reason.DOUBTFUL: (
        gettext_lazy("We could not verify the answer"),
        gettext_lazy(
            "What came back does not match what we had asked for: for your safety we did not let anyone in. "
            "Try again; if it happens again, sign in another way and write to us."
        ),
    ),
    Reason.INCOMPLETE: (
        gettext_lazy("Some of your data did not arrive"),
        gettext_lazy(
            "We need name, surname and fiscal number, and your identity provider did not send them all. Try "
            "again and agree to send them, or sign in with e-mail and password."
        ),
    ),
    Reason.TAKEN: (
        gettext_lazy("This identity belongs to another account"),
        gettext_lazy(
            "It is not that of the account in use: an account is one person's. Sign out and sign in again "
            "with SPID or CIE to open the other account; if you do not recognise it, write to us."
        ),
    ),
}


def buttons(next_url: str, labels: dict[Way, Text] = BUTTONS) -> tuple[Button, ...]:
    """The ways that the broker offers, keeping where the person was going."""
    query = f"?{urlencode({'next': next_url})}" if next_url else ""
    return tuple(
        Button(labels[way], reverse("identity_start", args=[way.value]) + query, style="outline", icon="user")
        for way in offered_ways()
    )


def refused(reason: Reason, next_url: str) -> dict[str, Any]:
    """The page of a sign-in that did not succeed."""
    title, text = REFUSALS[reason]
    is_stuck = reason is Reason.TAKEN
    return {"title": title, "text": text, "buttons": () if is_stuck else buttons(next_url), "next": next_url}


def sign_up(identity: ProvenIdentity, form: AccountForm, obstacle: Obstacle | None) -> dict[str, Any]:
    """A proven person who is not signed in."""
    texts: dict[Obstacle | None, Text] = {
        Obstacle.ADDRESS: _(
            "An account with the address %(email)s exists. If it is yours, sign in to it once and we link "
            "it; we never do it by the address alone."
        )
        % {"email": identity.email},
        Obstacle.PERSON: _(
            "An account with your fiscal number exists. Sign in to it as you did the other times: then we "
            "add this way."
        ),
    }
    text = texts.get(obstacle)
    sign_in_url = f"{reverse('account_login')}?{urlencode({'next': reverse('identity_link')})}"
    return {
        "form": form,
        "facts": certain(identity),
        "first_name": identity.first_name,
        "message": Message("attention", text) if text else None,
        "can_make_one": obstacle is not Obstacle.PERSON,
        "sign_in_url": sign_in_url,
    }


def link(identity: ProvenIdentity, user: User, obstacle: Obstacle | None) -> dict[str, Any]:
    """A proven person who is signed in."""
    texts: dict[Obstacle | None, Text] = {
        Obstacle.PERSON: _(
            "This identity is already linked to another account of yours. Sign out and sign in with it to "
            "open that one, or unlink it there first."
        ),
        Obstacle.ACCOUNT: _(
            "This account is already linked to another person's digital identity: an account is one person's."
        ),
    }
    text = texts.get(obstacle)
    return {
        "facts": (*certain(identity), Fact(_("Account"), user.email)),
        "message": Message("attention", text) if text else None,
    }


def certain(identity: ProvenIdentity) -> tuple[Fact, ...]:
    """What the identity provider vouches for."""
    return (
        Fact(_("Name and surname"), f"{identity.first_name} {identity.last_name}"),
        Fact(_("Fiscal number"), masked(identity.fiscal_number)),
    )


def mine(known: LinkedIdentity | None) -> dict[str, Any]:
    """The digital identity of the account, or the way to link one."""
    summary = _("SPID and CIE say for certain who you are: with them you need no password here.")
    return {
        "hero": Hero(_("SPID and CIE"), summary=summary),
        "breadcrumbs": way_to(Crumb(_("SPID and CIE"))),
        "facts": facts(known) if known else (),
        "known": known,
        "buttons": () if known else buttons(reverse("digital_identity"), LINK_BUTTONS),
    }


def unlink(known: LinkedIdentity) -> dict[str, Any]:
    """What unlinking changes."""
    return {
        "hero": Hero(_("Unlink SPID and CIE?")),
        "breadcrumbs": way_to(Crumb(_("SPID and CIE"), reverse("digital_identity")), Crumb(_("Unlink"))),
        "known": known,
    }


def facts(known: LinkedIdentity) -> tuple[Fact, ...]:
    """The linked identity in words."""
    return (
        Fact(_("Fiscal number"), known.fiscal_number),
        Fact(_("Linked on"), long_datetime(known.linked_at)),
        Fact(_("Last sign-in"), f"{known.way}, {long_datetime(known.last_used_at)}"),
        Fact(_("Level of the last sign-in"), LEVELS[known.level]),
    )


def panel(user: User) -> Panel | None:
    """The reserved area's card about SPID and CIE."""
    known = linked_identity(user)
    if known is None and not offered_ways():
        return None
    text = _("Linked: %(number)s") % {"number": known.fiscal_number} if known else _("Not linked yet")
    card = Card(_("SPID and CIE"), reverse("digital_identity"), summary=text)
    return Panel(_("Your account"), entries=(card,))
