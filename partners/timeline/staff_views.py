"""The office reads what happened to a body: on a page, on paper, in a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from partners.organisations.staff_base import OrganisationScreen
from vicinia.accounts.models import User
from vicinia.core import traces
from vicinia.core.body_timeline import Happening, kinds
from vicinia.core.tables import download

from . import screens
from .queries import Choice, Timeline, names_in, timeline_of

PER_PAGE = 50
FORMATS = ("csv", "xlsx")


class TimelineView(OrganisationScreen, TemplateView):
    """One chronological list of all that the platform knows of a body; reading it leaves a trace."""

    right = "partners.view_organisation"
    template_name = "wagtailadmin/partners/timeline.html"
    page_title = gettext_lazy("What happened")
    header_icon = "history"
    of_merged = True

    @cached_property
    def timeline(self) -> Timeline:
        """What happened, through the filters of the address."""
        return timeline_of(self.organisation, cast(User, self.request.user), Choice.read(self.request.GET))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the page, or send what is filtered as a file (`?formato=csv` or `xlsx`)."""
        wanted = request.GET.get("formato", "")
        if wanted not in FORMATS:
            return super().get(request, *args, **kwargs)
        self.note(traces.Way.EXPORT, self.timeline.shown)
        name = f"cronologia-{self.organisation.tax_code}"
        rows = screens.cells(self.timeline.shown)
        return download(name, screens.header(), rows, as_xlsx=wanted == "xlsx")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The filters, a page of what happened or, to print it, all of it."""
        shown, is_whole = self.timeline.shown, self.request.GET.get("tutto") == "si"
        per_page = max(len(shown), 1) if is_whole else PER_PAGE
        page = Paginator(shown, per_page).get_page(self.request.GET.get("p"))
        self.note(traces.Way.PAGE, page)
        names = kinds()
        return {
            **super().get_context_data(**kwargs),
            "has_any": bool(self.timeline.everything),
            "kinds": screens.kind_tags(self.timeline),
            "years": screens.year_tags(self.timeline),
            "page": page,
            "is_whole": is_whole,
            "rows": [(names[each.kind], each) for each in page],
            "previous_url": self.address(p=page.previous_page_number()) if page.has_previous() else "",
            "next_url": self.address(p=page.next_page_number()) if page.has_next() else "",
            "whole_url": self.address(tutto="si"),
            "exports": [(name.upper(), self.address(formato=name)) for name in FORMATS],
        }

    def address(self, **changed: str | int) -> str:
        """Return the address of this page with its filters, some of them changed."""
        return screens.address(self.timeline, **changed)

    def note(self, way: traces.Way, shown: Iterable[Happening]) -> None:
        """Note whose data are shown: the body's people by account, who once was by name."""
        body = self.organisation
        members = body.memberships.values_list("user_id", flat=True)
        seen = [traces.Shown(body, user_id=user_id) for user_id in members]
        if named := names_in(shown):
            # One row for all: a trace holds one name for each object.
            seen.append(traces.Shown(body, label=named))
        traces.note(self.request, way, seen)
