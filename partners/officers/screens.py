"""What the screens of offices show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.organisations.models import Organisation
from partners.organisations.way import body_url, way_through
from vicinia.core.components import Column, Crumb, EmptyState, Hero, Link, Table
from vicinia.core.formats import short_date

from .models import Officer


def office_holders(organisation: Organisation, *, may_edit: bool) -> dict[str, Any]:
    """The list of who holds and held offices."""
    officers = list(organisation.officers.by_office())
    add_url = reverse("partners:officer_add", args=[organisation.pk]) if may_edit else ""
    return {
        "organisation": organisation,
        "breadcrumbs": way_through(organisation, Crumb(_("Offices"))),
        "hero": Hero(
            _("Who holds office"),
            kicker=organisation.name,
            summary=_(
                "Legal representative, president, board: calls compare these names with those of who "
                "evaluates, so that nobody decides about people they know."
            ),
        ),
        "table": officers_table(officers, _edit_url if may_edit else None) if officers else None,
        "add_url": add_url,
        "back_url": body_url(organisation),
        "empty": EmptyState(
            _("Nobody is noted yet"),
            _("Start with the legal representative: name and the day of the appointment are enough."),
            Link(_("Add a person"), add_url) if add_url else None,
        ),
    }


def officers_table(officers: Iterable[Officer], url_of: Callable[[Officer], str] | None) -> Table:
    """The officers with their days; each name leads where `url_of` says, nowhere without it."""
    return Table(
        caption=_("Offices of the body"),
        columns=(Column(_("Name")), Column(_("Office held")), Column(_("Since")), Column(_("Until"))),
        rows=tuple(
            (
                Link(each.name, url_of(each)) if url_of else each.name,
                each.get_office_display(),
                short_date(each.since),
                short_date(each.until) if each.until else _("in office"),
            )
            for each in officers
        ),
    )


def _edit_url(officer: Officer) -> str:
    return reverse("partners:officer_edit", args=[officer.organisation_id, officer.pk])


def office_form(organisation: Organisation, form: Any, officer: Officer | None = None) -> dict[str, Any]:
    """The form of one officer, new or known."""
    title = _("Change an office") if officer else _("Add a person in office")
    listed = Crumb(_("Offices"), reverse("partners:officers", args=[organisation.pk]))
    return {
        "organisation": organisation,
        "form": form,
        "officer": officer,
        "cancel_url": listed.url,
        "breadcrumbs": way_through(organisation, listed, Crumb(title)),
        "hero": Hero(title, kicker=organisation.name),
    }


def office_removal(officer: Officer) -> dict[str, Any]:
    """The question before a row noted by mistake is taken away."""
    organisation = officer.organisation
    listed = Crumb(_("Offices"), reverse("partners:officers", args=[organisation.pk]))
    return {
        "officer": officer,
        "cancel_url": reverse("partners:officer_edit", args=[organisation.pk, officer.pk]),
        "breadcrumbs": way_through(organisation, listed, Crumb(_("Remove"))),
        "hero": Hero(_("Remove «%(name)s»?") % {"name": officer.name}, kicker=organisation.name),
    }
