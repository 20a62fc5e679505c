"""The tables of a body's page in the office."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from partners.memberships.mandates import told
from vicinia.core.components import Cell, Column, Table
from vicinia.core.formats import short_date

from .models import Membership


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
