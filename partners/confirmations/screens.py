"""What the screens of the yearly confirmation show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.organisations.models import Organisation
from partners.organisations.way import body_url, way_through
from vicinia.core.components import Column as TableColumn
from vicinia.core.components import Crumb, Hero, Link, Message, Table
from vicinia.core.formats import long_date, long_datetime
from vicinia.core.reserved_area import Task

from .queries import Confirmation, confirmation_of, confirmations_of


def confirming(organisation: Organisation) -> dict[str, Any]:
    """The question whether the data are still right, and the years confirmed before."""
    standing = confirmation_of(organisation)
    return {
        "organisation": organisation,
        "standing": standing,
        "breadcrumbs": way_through(organisation, Crumb(_("Yearly confirmation"))),
        "hero": Hero(
            _("Are these data still right?"),
            kicker=organisation.name,
            summary=_(
                "Once a year every body of the municipal register reads its data again: calls, mails and "
                "the public directory use them."
            ),
        ),
        "message": _standing_message(standing),
        "years": _years(organisation),
        "edit_url": reverse("partners:organisation_edit", args=[organisation.pk]),
        "back_url": body_url(organisation),
    }


def _standing_message(standing: Confirmation) -> Message:
    year = {"year": standing.year}
    if standing.has_lapsed:
        return Message(
            "attention",
            _("The deadline has passed: the directory says that the data are not confirmed until you do."),
            title=_("The data of %(year)d are still to be confirmed") % year,
        )
    if standing.is_due:
        return Message(
            "information",
            _("Read them, change what is no longer so, then confirm by %(day)s.")
            % {"day": long_date(timezone.localtime(standing.deadline).date())},
            title=_("The data of %(year)d are to be confirmed") % year,
        )
    return Message(
        "success",
        _("There is nothing to do until next January."),
        title=_("The data of %(year)d are in order") % year,
    )


def _years(organisation: Organisation) -> Table | None:
    rows = organisation.confirmations.select_related("confirmed_by").order_by("-year")
    if not rows:
        return None
    return Table(
        caption=_("Years confirmed"),
        columns=(TableColumn(_("Year")), TableColumn(_("Confirmed on")), TableColumn(_("By"))),
        rows=tuple(
            (str(each.year), long_datetime(each.confirmed_at), str(each.confirmed_by or _("the platform")))
            for each in rows
        ),
    )


def lapsed_message(organisation: Organisation) -> Message | None:
    """What to say to the body's people on its page when the year is still to be confirmed."""
    standing = confirmation_of(organisation)
    if not standing.is_due:
        return None
    url = reverse("partners:confirmation", args=[organisation.pk])
    return Message(
        "attention" if standing.has_lapsed else "information",
        _("Once a year every body reads its data again: it takes two minutes."),
        title=_("The data of %(year)d are to be confirmed") % {"year": standing.year},
        link=Link(_("Read and confirm"), url),
    )


def tasks(organisations: Iterable[Organisation]) -> tuple[Task, ...]:
    """What a person's bodies have to confirm; one query."""
    bodies = list(organisations)
    standings = confirmations_of(bodies)
    return tuple(_task(each, standings[each.pk]) for each in bodies if standings[each.pk].is_due)


def _task(organisation: Organisation, standing: Confirmation) -> Task:
    words = {"name": organisation.name, "year": standing.year}
    text = _("Confirm the data of %(name)s for %(year)d.")
    if standing.has_lapsed:
        text = _("Confirm the data of %(name)s for %(year)d: the deadline has passed.")
    return Task(
        text=text % words,
        url=reverse("partners:confirmation", args=[organisation.pk]),
        button=_("Read and confirm"),
        deadline=None if standing.has_lapsed else standing.deadline,
    )
