"""How the state of a call is said."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from vicinia.core.clock import database_now
from vicinia.core.components import Badge, BadgeLevel, Card, Ribbon
from vicinia.core.formats import euro, long_datetime

from .enums import CallStatus
from .models import Call
from .pages import CallPage
from .queries import CallSummary, summaries
from .window import WindowState

BADGES: dict[WindowState, BadgeLevel] = {
    WindowState.UPCOMING: "information",
    WindowState.OPEN: "success",
    WindowState.CLOSING: "attention",
    WindowState.CLOSED: "neutral",
}


def ribbon_of(call: Call, now: datetime) -> Ribbon:
    """Say where a call stands, with the exact instant."""
    if call.status == CallStatus.REVOKED:
        return Ribbon("closed", _("Revoked"), call.revoked_reason)
    zone = timezone.get_default_timezone()
    state = call.window.state(now, zone)
    if state == WindowState.UPCOMING:
        days = call.window.days_to_opening(now, zone)
        detail = _("From %(instant)s. %(days)s") % {
            "instant": long_datetime(call.opens_at),
            "days": days_to_opening_text(days),
        }
        return Ribbon("upcoming", _("Not open yet"), detail)
    if state == WindowState.CLOSED:
        since = _("Since %(instant)s.") % {"instant": long_datetime(call.closes_at)}
        return Ribbon("closed", pgettext("call", "Closed"), since)
    detail = _("Until %(instant)s. %(days)s") % {
        "instant": long_datetime(call.closes_at),
        "days": days_left_text(call.window.days_left(now, zone)),
    }
    if state == WindowState.CLOSING:
        return Ribbon("closing", _("It closes soon"), detail)
    return Ribbon("open", pgettext("call", "Open"), detail)


def days_left_text(days: int) -> str:
    """Say the days left: today, tomorrow, or how many."""
    if days == 0:
        return _("It closes today.")
    if days == 1:
        return _("It closes tomorrow.")
    return ngettext("%(days)s day left.", "%(days)s days left.", days) % {"days": days}


def days_to_opening_text(days: int) -> str:
    """Say the days to the opening."""
    if days == 0:
        return _("It opens today.")
    if days == 1:
        return _("It opens tomorrow.")
    return ngettext("%(days)s day to go.", "%(days)s days to go.", days) % {"days": days}


def badge_of(call: CallSummary) -> Badge:
    """Say the state of a call in two words."""
    if call.is_revoked:
        return Badge(_("Revoked"), "danger")
    words = {
        WindowState.UPCOMING: pgettext("call", "Coming"),
        WindowState.OPEN: pgettext("call", "Open"),
        WindowState.CLOSING: _("It closes soon"),
        WindowState.CLOSED: pgettext("call", "Closed"),
    }
    return Badge(words[call.state], BADGES[call.state])


def card_of(call: CallSummary) -> Card:
    """Return the card of a call for a list or the home page."""
    return Card(
        title=call.title,
        url=call.url,
        summary=call.summary,
        kicker=euro(call.budget),
        date_text=when_text(call),
        image=call.image,
        badge=badge_of(call),
    )


def mail_detail(page: CallPage) -> str:
    """Say the instant that matters, for the card of a call in a newsletter."""
    return when_text(summaries([page], database_now())[0])


def when_text(call: CallSummary) -> str:
    """Say the instant that matters now, and the days to it."""
    if call.is_revoked or call.state == WindowState.CLOSED:
        return _("Closed on %(instant)s") % {"instant": long_datetime(call.closes_at)}
    if call.state == WindowState.UPCOMING:
        return _("Opens on %(instant)s") % {"instant": long_datetime(call.opens_at)}
    return _("Until %(instant)s. %(days)s") % {
        "instant": long_datetime(call.closes_at),
        "days": days_left_text(call.days_left),
    }
