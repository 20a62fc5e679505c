"""The office's pages of an import, a step each."""

from __future__ import annotations

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from vicinia.core.files.services import FileRefused
from vicinia.core.imports.importable import Importable, importable_by, importables
from vicinia.core.staff.tables import TableIndexView
from vicinia.core.state import StepRefused
from vicinia.core.tabular import TableUnreadable

from . import screens, services
from .enums import RunState
from .forms import ChoiceForm, ColumnsForm, FileForm
from .kept import Pages
from .models import ImportRun
from .queries import proposed_mapping, runs_of

ROWS_A_PAGE = 50


def own_run(request: HttpRequest, pk: int) -> ImportRun:
    """Return an import of a kind that the person may import; what others import is not found."""
    if not importable_by(request.user):
        raise PermissionDenied
    return get_object_or_404(runs_of(request.user), pk=pk)


class ListImports(TableIndexView):
    """The imports of what the person may import."""

    def get_base_queryset(self) -> QuerySet[ImportRun]:
        """Only those; with who started them, in the same query."""
        return runs_of(self.request.user)


class ImportScreen(WagtailAdminTemplateMixin, TemplateView):
    """A page about importing, for who may import something."""

    header_icon = "upload"
    page_title = gettext_lazy("Import")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Refuse who may import nothing."""
        if not importable_by(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way from the list to this page."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("imports:index"), "label": _("Imports")},
            *self.way(),
            {"url": "", "label": str(self.get_page_title()), "sublabel": str(self.get_page_subtitle())},
        ]

    def way(self) -> list[dict[str, str]]:
        """What stands between the list and this page."""
        return []


class ChooseImport(ImportScreen):
    """What to import; who may import one thing only is asked nothing."""

    template_name = "wagtailadmin/imports/choose.html"
    page_title = gettext_lazy("New import")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the choice, or go on."""
        kinds = importable_by(request.user)
        if len(kinds) == 1:
            return redirect("imports:upload", next(iter(kinds)))
        return self.render_to_response({**self.get_context_data(), "kinds": kinds.items()})


class UploadFile(ImportScreen, FormView[FileForm]):
    """First step: the file."""

    form_class = FileForm
    template_name = "wagtailadmin/imports/upload.html"
    page_title = gettext_lazy("New import")

    @cached_property
    def importable(self) -> Importable:
        """What is imported; what the person may not import is not found."""
        return get_importable(self.request, self.kwargs["kind"])

    def get_page_subtitle(self) -> str:
        """Name what is imported."""
        return str(self.importable.title)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say which columns the file must have."""
        return {
            **super().get_context_data(**kwargs),
            "importable": self.importable,
            "kind": self.kwargs["kind"],
            "steps": screens.stepper(screens.FILE_STEP),
        }

    def form_valid(self, form: FileForm) -> HttpResponse:
        """Keep the file and go on, or say what is wrong with it."""
        try:
            run = services.receive_file(
                kind=self.kwargs["kind"],
                upload=form.cleaned_data["file"],
                by=self.request.user,  # type: ignore[arg-type]
            )
        except (FileRefused, TableUnreadable) as refusal:
            form.add_error("file", str(refusal))
            return self.form_invalid(form)
        return redirect("imports:columns", run.pk)


class RunScreen(ImportScreen):
    """A page about one import."""

    @cached_property
    def run(self) -> ImportRun:
        """The import."""
        return own_run(self.request, self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        """Name the file."""
        return self.run.file_name

    def way(self) -> list[dict[str, str]]:
        """The import's own page stands before its others."""
        if isinstance(self, InspectImport):
            return []
        return [{"url": reverse("imports:inspect", args=[self.run.pk]), "label": self.run.file_name}]


class MatchColumns(RunScreen, FormView[ColumnsForm]):
    """Second step: which column is which."""

    form_class = ColumnsForm
    template_name = "wagtailadmin/imports/columns.html"
    page_title = gettext_lazy("Match the columns")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only while the columns can be chosen."""
        if self.run.state not in {RunState.UPLOADED, RunState.CHECKED}:
            return redirect("imports:inspect", self.run.pk)
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Propose the columns of the last import, or those called alike."""
        importable = importables[self.run.kind]
        initial = ColumnsForm.initial_of(proposed_mapping(self.run), importable)
        return {**super().get_form_kwargs(), "run": self.run, "importable": importable, "initial": initial}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Tell when this file was imported before."""
        return {
            **super().get_context_data(**kwargs),
            "run": self.run,
            "steps": screens.stepper(screens.COLUMNS_STEP),
            "same_before": screens.same_file_words(self.run),
        }

    def form_valid(self, form: ColumnsForm) -> HttpResponse:
        """Start the check."""
        try:
            services.choose_columns(run_id=self.run.pk, mapping=form.mapping(), by=self.request.user)  # type: ignore[arg-type]
        except (services.ColumnsRefused, StepRefused) as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        return redirect("imports:inspect", self.run.pk)


class InspectImport(RunScreen):
    """Where an import stands: the check's result, the progress, the report."""

    template_name = "wagtailadmin/imports/run.html"
    page_title = gettext_lazy("Import")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The columns are matched first."""
        if self.run.state == RunState.UPLOADED:
            return redirect("imports:columns", self.run.pk)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather what the page shows."""
        shown = screens.run_screen(self.run)
        form = ChoiceForm(run=self.run) if shown["can_confirm"] else None
        return {**super().get_context_data(**kwargs), **shown, "form": form}


class Differences(RunScreen):
    """The rows that write, page by page."""

    template_name = "wagtailadmin/imports/differences.html"
    page_title = gettext_lazy("Differences")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Read one page of the kept file."""
        which = self.request.GET.get("rows", "")
        only_new = {"new": True, "changed": False}.get(which)
        page = paged(self.request, screens.changes(self.run, only_new=only_new))
        return {
            **super().get_context_data(**kwargs),
            "run": self.run,
            "which": which if only_new is not None else "",
            "rows": screens.in_words(page.object_list, self.run),
            "page_obj": page,
            "elided_page_range": page.paginator.get_elided_page_range(page.number),
        }


class Problems(RunScreen):
    """The refused rows, page by page."""

    template_name = "wagtailadmin/imports/problems.html"
    page_title = gettext_lazy("Refused rows")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Read one page of the kept file."""
        page = paged(self.request, screens.problems(self.run))
        return {
            **super().get_context_data(**kwargs),
            "run": self.run,
            "problem_rows": page.object_list,
            "page_obj": page,
            "elided_page_range": page.paginator.get_elided_page_range(page.number),
        }


def get_importable(request: HttpRequest, kind: str) -> Importable:
    """Return what the person may import under this key, or answer 404."""
    try:
        return importable_by(request.user)[kind]
    except KeyError as error:
        raise Http404 from error


def paged(request: HttpRequest, rows: Pages[Any]) -> Any:
    """Return the page that was asked for; a number that is none is the first, one too high the last."""
    # A paginator only counts and cuts, which Pages does; its type asks for more.
    paginator: Paginator[Any] = Paginator(cast("list[Any]", rows), ROWS_A_PAGE)
    return paginator.get_page(request.GET.get("p"))
