"""Sending, reading and removing the files of an application, and its receipt."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vicinia.core.files.services import FileRefused
from vicinia.core.files.views import stream

from .access import acting_user, screen_of
from .file_services import attach_file, remove_file, take_from_dossier
from .models import Application
from .receipts import receipt_of
from .refusals import ApplicationRefused


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def documents(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Attach the wanted documents, one form each."""
    screen = screen_of(request, pk)
    refused_key, refusal = "", ""
    if request.method == "POST":
        refused_key = request.POST.get("key", "")
        try:
            _attach(request, screen.application, refused_key)
        except (FileRefused, ApplicationRefused) as error:
            refusal = str(error)
        else:
            messages.success(request, _("File attached."))
            return redirect(f"{request.path}#doc-{refused_key}")
    elif not screen.is_open:
        return redirect("calls:application", pk=pk)
    context = {
        "screen": screen,
        "refusal": refusal,
        "refused_key": refused_key,
        "refused_label": next(
            (row.wanted.label for row in screen.files if row.wanted.key == refused_key), ""
        ),
        "stepper": screen.stepper(request.path),
        "previous_url": screen.previous_url(request.path),
        "next_url": screen.next_url(request.path),
        "breadcrumbs": screen.crumbs(_("Documents")),
    }
    return render(request, "calls/applications/documents.html", context)


def _attach(request: HttpRequest, application: Application, key: str) -> None:
    """Take the document from the dossier, or the file that was sent."""
    by = acting_user(request)
    if "from_dossier" in request.POST:
        take_from_dossier(application=application, key=key, by=by)
        return
    upload = request.FILES.get("file")
    if upload is None:
        raise FileRefused(_("Choose a file first, then press the button."))
    attach_file(application=application, key=key, upload=upload, by=by)


@never_cache
@login_required
@require_POST
def remove(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    """Take a file off a draft."""
    screen = screen_of(request, pk)
    try:
        remove_file(application=screen.application, key=key, by=acting_user(request))
    except ApplicationRefused as error:
        messages.error(request, str(error))
        return redirect("calls:application", pk=pk)
    messages.success(request, _("File removed."))
    return redirect("calls:documents", pk=pk)


@never_cache
@login_required
@require_safe
def download(request: HttpRequest, pk: UUID, key: str) -> HttpResponseBase:
    """Read a file of one's own application."""
    screen = screen_of(request, pk)
    attachment = next((row.attachment for row in screen.files if row.wanted.key == key), None)
    if attachment is None:
        raise Http404
    return stream(attachment.file)


@never_cache
@login_required
@require_safe
def receipt(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Read the receipt; it is made now if the worker has not made it yet."""
    screen = screen_of(request, pk)
    if not screen.application.code:
        raise Http404
    return stream(receipt_of(application=screen.application))
