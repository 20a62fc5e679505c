"""The office's screens of applications: reading leaves a trace, writing is not possible."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.text import slugify
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin.views import generic

from calls.notices.models import Call
from vicinia.accounts.rights.backend import require
from vicinia.core import traces
from vicinia.core.clock import database_now
from vicinia.core.files.views import stream
from vicinia.core.tables import download

from .models import Application
from .receipts import receipt_of
from .screens import Screen
from .services import note_export, note_reading
from .staff_screens import table_of

PERMISSION = "calls.view_application"


class InspectApplication(generic.InspectView):
    """One application, as sealed: who, when, answers, files, receipt."""

    page_title = pgettext_lazy("noun", "Application")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather what the page shows, and note who opened it (GDPR, art. 5)."""
        application: Application = self.object
        # Never sent, withdrawn or not: it belongs to who writes it.
        if not application.code:
            raise Http404
        note_reading(application=application, by=self.request.user)
        traces.note(self.request, traces.Way.PAGE, [shown(application)])
        screen = Screen(application, database_now(), can_write=False)
        return {**super().get_context_data(**kwargs), "screen": screen}


def shown(application: Application) -> traces.Shown:
    """Return what the trace says: the application, and who sent it."""
    return traces.Shown(application, user_id=application.submitted_by_id)


@require_safe
def attachment(request: HttpRequest, pk: UUID, key: str) -> HttpResponseBase:
    """Send a file of an application that was sent."""
    application = readable(request, pk)
    found = application.attachments.select_related("file").filter(key=key).first()
    if found is None:
        raise Http404
    traces.note(request, traces.Way.FILE, [shown(application)])
    return stream(found.file)


@require_safe
def receipt(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Send the receipt."""
    application = readable(request, pk)
    traces.note(request, traces.Way.FILE, [shown(application)])
    return stream(receipt_of(application=application))


@require_safe
def export(request: HttpRequest, call_id: int, kind: str) -> HttpResponse:
    """Send all the applications of a call as CSV or XLSX; the export is noted."""
    require_reader(request)
    call = get_object_or_404(Call.objects.select_related("form_version"), pk=call_id)
    note_export(call=call, by=request.user, kind=kind)  # type: ignore[arg-type]
    sent = Application.objects.filter(call=call, register_number__isnull=False)
    traces.note(request, traces.Way.EXPORT, map(shown, sent.select_related("call", "organisation")))
    header, rows = table_of(call)
    return download(f"domande-{slugify(call.title)[:40]}", header, rows, as_xlsx=kind == "xlsx")


def readable(request: HttpRequest, pk: UUID) -> Application:
    """Return a sent application for who may read them; drafts belong to who writes them alone."""
    require_reader(request)
    rows = Application.objects.exclude(register_number__isnull=True)
    return get_object_or_404(rows.select_related("call__unit", "organisation", "receipt"), pk=pk)


def require_reader(request: HttpRequest) -> None:
    """Raise PermissionDenied unless the person may read applications."""
    require(request.user, PERMISSION)
