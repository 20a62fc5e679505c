"""The buttons of an import, and the files that it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages

from vicinia.core.files.views import stream
from vicinia.core.imports.importable import importable_by
from vicinia.core.state import StepRefused
from vicinia.core.tables import Row, download

from . import screens, services
from .enums import Choice
from .forms import ChoiceForm
from .kept import read_problems
from .models import ImportRun
from .staff_views import get_importable, own_run

# A workbook is written in the request: above this many rows, only as CSV.
MOST_IN_A_WORKBOOK = 5_000


@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the rows."""
    run = own_run(request, pk)
    form = ChoiceForm(request.POST, run=run)
    if not form.is_valid():
        missing = "is_accepted" in form.errors
        text = (
            _("Say that it is right so, then write the rows.")
            if missing
            else _("Choose which rows to write.")
        )
        messages.error(request, text)
        return redirect("imports:inspect", pk)
    choice, is_accepted = Choice(form.cleaned_data["choice"]), bool(form.cleaned_data.get("is_accepted"))
    return _do(
        request,
        run,
        lambda: services.confirm(run_id=pk, choice=choice, by=request.user, is_accepted=is_accepted),  # type: ignore[arg-type]
    )


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop an import."""
    run = own_run(request, pk)
    return _do(request, run, lambda: services.cancel(run_id=pk, by=request.user))  # type: ignore[arg-type]


@require_POST
def check_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Start an import again from its check."""
    run = own_run(request, pk)
    return _do(request, run, lambda: services.check_again(run_id=pk, by=request.user))  # type: ignore[arg-type]


@require_GET
def progress_fragment(request: HttpRequest, pk: int) -> HttpResponse:
    """How far an import is: asked again and again by its page."""
    return render(request, "wagtailadmin/imports/progress.html", screens.run_screen(own_run(request, pk)))


@require_GET
def original_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file as it was sent."""
    run = own_run(request, pk)
    if run.file is None:
        raise Http404
    return stream(run.file)


@require_GET
def error_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The refused rows as they were in the file, each with the reason in a last column."""
    run = own_run(request, pk)
    if run.problems is None:
        raise Http404
    header = [*run.header, _("Line"), _("Reason")]
    width = len(run.columns)
    rows: Iterator[Row] = (
        [*(row.cells + [""] * width)[:width], row.line, row.reason] for row in read_problems(run.problems)
    )
    as_xlsx = request.GET.get("format") == "xlsx" and run.refused <= MOST_IN_A_WORKBOOK
    return download(_("import-errors"), header, rows, as_xlsx=as_xlsx)


@require_GET
def model_file(request: HttpRequest, kind: str) -> HttpResponse:
    """A file with the right columns and a row of examples, to be filled in."""
    if not importable_by(request.user):
        raise PermissionDenied
    header, rows = screens.model_rows(get_importable(request, kind))
    return download(_("import-model"), header, rows, as_xlsx=request.GET.get("format") == "xlsx")


def _do(request: HttpRequest, run: ImportRun, step: Callable[[], ImportRun]) -> HttpResponse:
    """Take a step, or say why it cannot be taken; back to the import either way."""
    try:
        step()
    except (StepRefused, services.RowsRefused, services.ColumnsRefused) as refusal:
        messages.error(request, str(refusal))
    return redirect("imports:inspect", run.pk)
