"""What the screens of notices for volunteers show."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.organisations.models import Organisation
from partners.organisations.way import body_url, way_through
from vicinia.core.components import Cell, Column, Crumb, EmptyState, Hero, Link, Table
from vicinia.core.formats import short_date

from .models import VolunteerNotice


def notices(organisation: Organisation) -> dict[str, Any]:
    """The notices of a body, those that hold and those that have expired."""
    rows = list(organisation.volunteer_notices.all())
    add_url = reverse("partners:notice_add", args=[organisation.pk])
    return {
        "organisation": organisation,
        "breadcrumbs": way_through(organisation, Crumb(_("We look for volunteers"))),
        "hero": Hero(
            _("We look for volunteers"),
            kicker=organisation.name,
            summary=_("Your notices are on your public page and in the list of the whole town."),
        ),
        "table": _table(rows) if rows else None,
        "add_url": add_url,
        "back_url": body_url(organisation),
        "empty": EmptyState(
            _("No notice yet"),
            _("Say what you need, when and how to answer: it takes three minutes."),
            Link(_("Write a notice"), add_url),
        ),
    }


def _table(rows: list[VolunteerNotice]) -> Table:
    today = timezone.localdate()
    return Table(
        caption=_("Your notices"),
        columns=(Column(_("Notice")), Column(_("Until when")), Column(_("What to do"))),
        rows=tuple(
            (
                Cell(each.title, note=each.when),
                short_date(each.expires_on),
                Link(
                    _("Take it off"),
                    reverse("partners:notice_withdraw", args=[each.organisation_id, each.pk]),
                )
                if each.expires_on >= today
                else _("expired"),
            )
            for each in rows
        ),
    )


def notice_form(organisation: Organisation, form: Any) -> dict[str, Any]:
    """The form of a new notice."""
    listed = Crumb(_("We look for volunteers"), reverse("partners:notices", args=[organisation.pk]))
    return {
        "organisation": organisation,
        "form": form,
        "cancel_url": listed.url,
        "breadcrumbs": way_through(organisation, listed, Crumb(_("New notice"))),
        "hero": Hero(_("New notice"), kicker=organisation.name),
    }


def notice_withdrawal(notice: VolunteerNotice) -> dict[str, Any]:
    """The question before a notice is taken off."""
    organisation = notice.organisation
    listed = Crumb(_("We look for volunteers"), reverse("partners:notices", args=[organisation.pk]))
    return {
        "cancel_url": listed.url,
        "breadcrumbs": way_through(organisation, listed, Crumb(_("Take it off"))),
        "hero": Hero(_("Take «%(title)s» off?") % {"title": notice.title}, kicker=organisation.name),
    }
