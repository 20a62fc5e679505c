"""The list of calls with its filter by state."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vicinia.core.components import EmptyState, Link
from vicinia.core.pages.listing import list_address

from .queries import in_state, public_call_pages, summaries
from .window import WindowState
from .words import card_of

STATE_KEY = "stato"
# The words of the address, which people read too.
STATES = {"aperti": WindowState.OPEN, "in-arrivo": WindowState.UPCOMING, "chiusi": WindowState.CLOSED}


def calls_list(query: Mapping[str, str], *, url: str, now: datetime) -> dict[str, Any]:
    """Return what the list of calls shows: filter, cards, pages."""
    address = list_address(url, query, [STATE_KEY])
    chosen = STATES.get(address.chosen[STATE_KEY])
    rows, pagination = address.paginate(in_state(public_call_pages(), chosen or "", now))
    labels = (
        ("aperti", pgettext("calls", "Open")),
        ("in-arrivo", pgettext("calls", "Coming")),
        ("chiusi", pgettext("calls", "Closed")),
    )
    return {
        "filters": address.tags(STATE_KEY, labels, _("All")),
        "cards": tuple(card_of(summary) for summary in summaries(list(rows), now)),
        "pagination": pagination,
        "empty": EmptyState(
            _("No call here now"),
            _("When the office publishes one you find it here, with the date by which to apply."),
            Link(_("See all the calls"), url) if chosen else None,
        ),
    }
