"""The staff's screen "Chi può fare cosa": the table of rights, whole or of one role."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

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


class RightsView(WagtailAdminTemplateMixin, TemplateView):
    """The table (`ruolo`: of one role only); `formato` downloads what is shown as csv or xlsx."""

    template_name = "wagtailadmin/vicinia/rights.html"
    page_title = gettext_lazy("Who may do what")
    header_icon = "key"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show it or download it."""
        require(request.user, PERMISSION)
        if request.GET.get("formato") in {"csv", "xlsx"}:
            return self.download(as_xlsx=request.GET["formato"] == "xlsx")
        return super().get(request, *args, **kwargs)

    @property
    def role(self) -> str:
        """The role that was chosen; empty for all of them."""
        role: str = self.request.GET.get("ruolo", "")
        return role if role in Role.values else ""

    def shown(self) -> list[Subject]:
        """Return the chosen role's rights, or everybody's."""
        return subjects(right for right in rights if not self.role or self.role in right.holders)

    def download(self, *, as_xlsx: bool) -> HttpResponse:
        """Answer with what is shown as a file."""
        header = [_("What"), _("Action"), _("Roles of the office"), _("Others")]
        lines = [
            [subject.name, row.action, row.roles, row.others]
            for subject in self.shown()
            for row in subject.rows
        ]
        return tables.download("chi-puo-fare-cosa", header, lines, as_xlsx=as_xlsx)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Name the page at the end of the way."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the rights and the roles to choose from."""
        more = {"subjects": self.shown(), "roles": Role.choices, "role": self.role}
        return {**super().get_context_data(**kwargs), **more}
