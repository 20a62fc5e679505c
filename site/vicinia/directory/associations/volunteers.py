"""The list of the notices by which associations look for volunteers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.profiles.queries import slug_of
from partners.volunteering.models import VolunteerNotice
from partners.volunteering.queries import note_expiry, public_notices
from vicinia.core.components import Card, Crumb, EmptyState, Fact, Hero, Link
from vicinia.core.formats import long_date
from vicinia.core.pages.breadcrumbs import home_crumb
from vicinia.core.pages.listing import list_address


def volunteers_screen(path: str, query: Mapping[str, str]) -> dict[str, Any]:
    """The notices that hold today, the next to expire first."""
    page, pagination = list_address(path, query, ()).paginate(public_notices())
    notices = list(page.object_list)
    note_expiry(notices)
    directory = reverse("associations:list")
    return {
        "breadcrumbs": (home_crumb(), Crumb(_("Associations"), directory), Crumb(_("Volunteers wanted"))),
        "hero": Hero(
            _("Volunteers wanted"),
            _("A few hours of yours, a neighbour who needs them: who looks for a hand now."),
        ),
        "cards": tuple(map(notice_card, notices)),
        "pagination": pagination,
        "empty": EmptyState(
            _("No association looks for volunteers now"),
            _("Come back in some weeks, or call one of the associations: a hand is always welcome."),
            Link(_("See all associations"), directory),
        ),
    }


def notice_card(notice: VolunteerNotice) -> Card:
    """A notice as a card that leads to the body's page."""
    body = notice.organisation
    return Card(
        title=notice.title,
        url=f"{reverse('associations:detail', args=[slug_of(body.name, body.pk)])}#volontari",
        kicker=body.name,
        summary=notice.when,
        date_text=_("until %(date)s") % {"date": long_date(notice.expires_on)},
    )


def notice_facts(notice: VolunteerNotice) -> tuple[Fact, ...]:
    """What a reader needs in order to answer a notice."""
    return (
        Fact(_("Days and hours"), notice.when),
        Fact(_("How to answer"), notice.contact),
        Fact(_("Until when"), long_date(notice.expires_on)),
    )
