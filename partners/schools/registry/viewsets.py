"""The office's screens of the registries loaded, with what each load changed."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn

from partners.schools.enums import Registry
from partners.schools.registry.models import SchoolImport
from partners.schools.succession.queries import open_again_of_load, undecided_of_load
from vicinia.core.components import Fact, Tag
from vicinia.core.formats import long_datetime, whole
from vicinia.core.staff import menu
from vicinia.core.staff.inspect import StaffInspectView
from vicinia.core.staff.policies import ReadOnlyPolicy
from vicinia.core.staff.viewsets import StaffViewSet
from vicinia.core.tables import download
from vicinia.territory.municipalities.queries import served_codes

from .changes import ChangeKind
from .enums import LoadState
from .report import EVERYWHERE, KIND, PLACE, WORD, Report, ReportChoice, changes_of_load
from .words import CHANGE_WORDS, change_cells, change_header, change_table

PER_PAGE = 50
FORMATS = {"csv", "xlsx"}


class InspectSchoolImport(StaffInspectView):
    """A load: its counts and its difference report, filtered and exported."""

    @cached_property
    def report(self) -> Report:
        """What the load changed, seen through the filters of the address."""
        choice = ReportChoice.read(self.request.GET)
        return Report(changes_of_load(self.object), choice, served_codes())

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the page, or send what is filtered as a file (`?formato=csv` or `xlsx`)."""
        wanted = request.GET.get("formato", "")
        if wanted in FORMATS:
            rows = map(change_cells, self.report.shown)
            name = f"differenze-scuole-{self.object.school_year.replace('/', '-')}"
            return download(name, change_header(), rows, as_xlsx=wanted == "xlsx")
        return super().get(request, *args, **kwargs)  # type: ignore[no-any-return]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather what the page shows."""
        choice = self.report.choice
        page = Paginator(self.report.shown, PER_PAGE).get_page(self.request.GET.get("p"))
        return {
            **super().get_context_data(**kwargs),
            "load": self.object,
            "is_open": self.object.state == LoadState.OPEN,
            "is_left": self.object.state == LoadState.LEFT,
            "has_report": bool(self.report.changes),
            "undecided": undecided_of_load(self.object).count(),
            "open_again": open_again_of_load(
                each.code for each in self.report.changes if each.kind == ChangeKind.REOPENED
            ),
            "kinds": self.kinds(),
            "places": self.places(),
            "choice": choice,
            "page": page,
            "table": change_table(page),
            "previous_url": self.address(p=page.previous_page_number()) if page.has_previous() else "",
            "next_url": self.address(p=page.next_page_number()) if page.has_next() else "",
            "exports": [(name.upper(), self.address(formato=name)) for name in sorted(FORMATS)],
        }

    def facts(self) -> list[Fact]:
        """Return what the load did, in numbers."""
        load: SchoolImport = self.object
        return [
            Fact(_("File"), load.file_name),
            Fact(_("Registry"), f"{Registry(load.registry).label} {load.school_year}"),
            Fact(_("Started") if load.state == LoadState.OPEN else _("Finished"), long_datetime(load.at)),
            Fact(_("By"), str(load.by) if load.by else _("Whoever looks after the installation")),
            Fact(_("Schools new, changed, unchanged"), numbers(load.created, load.changed, load.unchanged)),
            Fact(_("Schools closed, open again"), numbers(load.closed, load.reopened)),
            Fact(_("Rows refused"), whole(load.refused)),
            Fact(_("SHA-256 of the file"), load.file_sha256),
        ]

    def kinds(self) -> list[Tag]:
        """Return the kinds of change as tabs, each with how many there are."""
        chosen, counts = self.report.choice.kind, self.report.counts()
        everything = Tag(
            _("All") + f" ({whole(sum(counts.values()))})",
            self.address(**{KIND: ""}),
            is_selected=chosen is None,
        )
        return [
            everything,
            *(
                Tag(
                    f"{label} ({whole(counts[kind.value])})",
                    self.address(**{KIND: kind.value}),
                    is_selected=kind == chosen,
                )
                for kind, label in CHANGE_WORDS.items()
            ),
        ]

    def places(self) -> list[Tag]:
        """Return the two choices of place."""
        everywhere = self.report.choice.everywhere
        return [
            Tag(_("The municipalities we serve"), self.address(**{PLACE: ""}), is_selected=not everywhere),
            Tag(_("The whole registry"), self.address(**{PLACE: EVERYWHERE}), is_selected=everywhere),
        ]

    def address(self, **changed: str | int) -> str:
        """Return the address of this page with its filters, some of them changed."""
        choice = self.report.choice
        kept: dict[str, str | int] = {
            KIND: choice.kind.value if choice.kind else "",
            PLACE: EVERYWHERE if choice.everywhere else "",
            WORD: choice.word,
            **changed,
        }
        chosen = {key: value for key, value in kept.items() if value}
        return f"{self.request.path}?{urlencode(chosen)}"


def numbers(*counts: int) -> str:
    """Write counts beside each other: `3 · 1.250 · 0`."""
    return " · ".join(map(whole, counts))


class SchoolImportViewSet(StaffViewSet):
    """When the registry was loaded and what it changed."""

    model = SchoolImport
    name = "school_imports"
    url_prefix = "anagrafi-scuole"
    icon = "download"
    menu_hook = menu.SCHOOLS
    menu_label = gettext_lazy("Registries loaded")
    menu_order = 30
    empty_text = gettext_lazy(
        "Here is each loading of the schools’ registry, with what it added and changed. Start one from "
        "Imports, once a year, with the ministry’s file."
    )
    exclude_form_fields: list[str] = []
    inspect_view_enabled = True
    inspect_view_class = InspectSchoolImport
    inspect_template_name = "wagtailadmin/partners/school_import.html"
    is_searchable = False
    ordering = ["-at"]
    list_display = [
        "file_name",
        "registry",
        "school_year",
        Column("get_state_display", label=pgettext_lazy("loading", "State"), sort_key="state"),
        DateColumn("at", label=gettext_lazy("When"), sort_key="at"),
        "created",
        "changed",
        "closed",
        "reopened",
        "refused",
    ]

    @property
    def permission_policy(self) -> ReadOnlyPolicy:
        """An import writes them."""
        return ReadOnlyPolicy(self.model)
