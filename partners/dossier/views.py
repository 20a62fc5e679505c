"""The dossier in the reserved area. What belongs to others answers as if it did not exist."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from partners.memberships.access import membership_or_404
from partners.organisations.models import Organisation
from vicinia.accounts.models import User
from vicinia.core.clock import database_day
from vicinia.core.files.services import FileRefused
from vicinia.core.files.views import stream
from vicinia.core.next_page import next_page

from . import screens
from .catalogue import BY_SLUG, Kind
from .forms import UploadForm
from .models import DossierVersion
from .queries import dossier_of, entry_of
from .services import upload_version


@login_required
@never_cache
@require_safe
def dossier(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Show a body's documents: what to mend, what is in order, what is not here."""
    membership = membership_or_404(request, organisation_id)
    organisation = membership.organisation
    entries = dossier_of(organisation, database_day())
    return render(request, "partners/dossier/list.html", screens.list_page(organisation, membership, entries))


@login_required
@never_cache
@require_safe
def document(request: HttpRequest, organisation_id: int, kind_slug: str) -> HttpResponse:
    """Show one type of document with its history."""
    membership = membership_or_404(request, organisation_id)
    entry = entry_of(membership.organisation, kind_or_404(kind_slug).type, database_day())
    context = screens.document_page(membership.organisation, membership, entry)
    return render(request, "partners/dossier/document.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, organisation_id: int, kind_slug: str) -> HttpResponse:
    """Bring a new version; what is refused is told at its field, and the other fields stay."""
    membership = membership_or_404(request, organisation_id)
    organisation, kind = membership.organisation, kind_or_404(kind_slug)
    if kind.from_office:
        raise Http404
    if not membership.writes:
        raise PermissionDenied
    is_post = request.method == "POST"
    form = UploadForm(request.POST if is_post else None, request.FILES if is_post else None, kind=kind)
    if is_post and form.is_valid() and _upload(form, organisation, kind, cast(User, request.user)):
        messages.success(
            request,
            _("«%(document)s» has arrived: the office checks it and you see the outcome here.")
            % {"document": kind.label},
        )
        return redirect(next_page(request, screens.url_of("dossier_document", organisation, kind)))
    entry = entry_of(organisation, kind.type, database_day())
    context = screens.upload_page(organisation, entry, form, next_page(request, ""))
    return render(request, "partners/dossier/upload.html", context, status=422 if form.errors else 200)


@login_required
@never_cache
@require_safe
def file(request: HttpRequest, organisation_id: int, kind_slug: str, version_id: int) -> HttpResponseBase:
    """Read the file of one version."""
    membership = membership_or_404(request, organisation_id)
    version = get_object_or_404(
        DossierVersion.objects.select_related("file"),
        pk=version_id,
        document__organisation=membership.organisation,
        document__type=kind_or_404(kind_slug).type,
        file__isnull=False,
    )
    assert version.file is not None  # noqa: S101 - asked for above
    return stream(version.file)


def kind_or_404(slug: str) -> Kind:
    """Return the type of document that an address names."""
    try:
        return BY_SLUG[slug]
    except KeyError:
        raise Http404 from None


def _upload(form: UploadForm, organisation: Organisation, kind: Kind, user: User) -> bool:
    """Upload, or leave the refusal at its field."""
    try:
        upload_version(
            organisation=organisation,
            kind=kind,
            details=form.details(),
            by=user,
            upload=form.cleaned_data.get("file"),
        )
    except FileRefused as refusal:
        form.add_error("file", str(refusal))
    except ValidationError as refusal:
        form.add_error(None, refusal)
    return not form.errors
