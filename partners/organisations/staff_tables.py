"""The tables of a body's page in the office."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.memberships.mandates import told
from partners.officers.models import Officer
from vicinia.core.components import Cell, Column, Link, Table
from vicinia.core.formats import short_date

from .models import Membership


def officers(rows: Iterable[Officer], *, can_change: bool) -> Table:
    """Who holds or held the body's offices, with the way to change each for who may."""
    return Table(
        _("Who holds office"),
        (Column(_("Name")), Column(_("Office held")), Column(_("Since")), Column(_("Until"))),
        tuple(
            (
                Link(each.name, reverse("organisations:officer", args=[each.pk]))
                if can_change
                else each.name,
                each.get_office_display(),
                short_date(each.since),
                short_date(each.until) if each.until else _("in office"),
            )
            for each in rows
        ),
    )


def people(members: Iterable[Membership], today: date) -> Table:
    """Who acts for the body, in which role, with which mandate to sign."""
    return Table(
        _("People who act for it"),
        (Column(_("Name")), Column(_("E-mail")), Column(_("Role")), Column(_("Since"))),
        tuple(
            (
                str(each.user),
                each.user.email,
                Cell(each.get_role_display(), note=told(each, today)),
                short_date(each.created_at),
            )
            for each in members
        ),
    )
