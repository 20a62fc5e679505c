"""The staff's screen "Chi può fare cosa": the table of rights, whole or of one role."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from vicinia.accounts.roles import Role
from vicinia.core import tables

from .backend import require
from .table import Right, rights
from .words import action_name, holder_names, subject_name

PERMISSION = "accounts.view_right"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the screen."""

    action: str
    roles: str
    others: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What may be done with one kind of object."""

    name: str
    rows: tuple[Row, ...]


def subjects(chosen: Iterable[Right]) -> list[Subject]:
    """Return these rights by kind of object, by name."""
    by_subject: dict[str, list[Row]] = {}
    for right in chosen:
        roles, others = holder_names(right)
        by_subject.setdefault(right.subject, []).append(Row(action_name(right), roles, others))
    found = [Subject(subject_name(subject), tuple(rows)) for subject, rows in by_subject.items()]
    return sorted(found, key=lambda subject: subject.name.casefold())


def rights_screen(request: HttpRequest) -> HttpResponse:
    """Show the table (`ruolo`: of one role only); `formato` downloads what is shown as csv or xlsx."""
    require(request.user, PERMISSION)
    role = request.GET.get("ruolo", "")
    shown = subjects(right for right in rights if role not in Role.values or role in right.holders)
    if request.GET.get("formato") in {"csv", "xlsx"}:
        header = [_("What"), _("Action"), _("Roles of the office"), _("Others")]
        lines = [
            [subject.name, row.action, row.roles, row.others] for subject in shown for row in subject.rows
        ]
        as_xlsx = request.GET["formato"] == "xlsx"
        return tables.download("chi-puo-fare-cosa", header, lines, as_xlsx=as_xlsx)
    context = {"subjects": shown, "roles": Role.choices, "role": role}
    return render(request, "wagtailadmin/vicinia/rights.html", context)
