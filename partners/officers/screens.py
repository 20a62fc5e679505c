"""What the screens of offices show."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.organisations.models import Organisation
from vicinia.core.components import Column, Crumb, EmptyState, Hero, Link, Table
from vicinia.core.formats import short_date
from vicinia.core.reserved_area import way_to

from .models import Officer


def office_holders(organisation: Organisation, *, may_edit: bool) -> dict[str, Any]:
    """The list of who holds and held offices."""
    officers = list(organisation.officers.by_office())
    add_url = reverse("partners:officer_add", args=[organisation.pk]) if may_edit else ""
    return {
        "organisation": organisation,
        "breadcrumbs": _way(organisation, Crumb(_("Offices"))),
        "hero": Hero(
            _("Who holds office"),
            kicker=organisation.name,
            summary=_(
                "Legal representative, president, board: calls compare these names with those of who "
                "evaluates, so that nobody decides about people they know."
            ),
        ),
        "table": officers_table(officers, may_edit=may_edit) if officers else None,
        "add_url": add_url,
        "back_url": reverse("partners:organisation", args=[organisation.pk]),
        "empty": EmptyState(
            _("Nobody is noted yet"),
            _("Start with the legal representative: name and the day of the appointment are enough."),
            Link(_("Add a person"), add_url) if add_url else None,
        ),
    }


def officers_table(officers: list[Officer], *, may_edit: bool) -> Table:
    """The officers with their days; each name leads to its form where `may_edit`."""
    return Table(
        caption=_("Offices of the body"),
        columns=(Column(_("Name")), Column(_("Office held")), Column(_("Since")), Column(_("Until"))),
        rows=tuple(
            (
                Link(each.name, reverse("partners:officer_edit", args=[each.organisation_id, each.pk]))
                if may_edit
                else each.name,
                each.get_office_display(),
                short_date(each.since),
                short_date(each.until) if each.until else _("in office"),
            )
            for each in officers
        ),
    )


def office_form(organisation: Organisation, form: Any, officer: Officer | None = None) -> dict[str, Any]:
    """The form of one officer, new or known."""
    title = _("Change an office") if officer else _("Add a person in office")
    listed = Crumb(_("Offices"), reverse("partners:officers", args=[organisation.pk]))
    return {
        "organisation": organisation,
        "form": form,
        "officer": officer,
        "cancel_url": listed.url,
        "breadcrumbs": _way(organisation, listed, Crumb(title)),
        "hero": Hero(title, kicker=organisation.name),
    }


def office_removal(officer: Officer) -> dict[str, Any]:
    """The question before a row noted by mistake is taken away."""
    organisation = officer.organisation
    listed = Crumb(_("Offices"), reverse("partners:officers", args=[organisation.pk]))
    return {
        "officer": officer,
        "cancel_url": reverse("partners:officer_edit", args=[organisation.pk, officer.pk]),
        "breadcrumbs": _way(organisation, listed, Crumb(_("Remove"))),
        "hero": Hero(_("Remove «%(name)s»?") % {"name": officer.name}, kicker=organisation.name),
    }


def _way(organisation: Organisation, *steps: Crumb) -> tuple[Crumb, ...]:
    page = Crumb(organisation.name, reverse("partners:organisation", args=[organisation.pk]))
    return way_to(page, *steps)
