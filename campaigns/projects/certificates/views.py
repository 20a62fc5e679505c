"""The teacher's certificates: the list, and each as a PDF."""

from __future__ import annotations

from io import BytesIO
from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from vicinia.accounts.models import User

from . import screens
from .documents import certificate_pdf, file_name
from .models import Certificate
from .queries import certificates_of


@login_required
@never_cache
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """All the certificates of the person."""
    return render(request, "projects/certificates.html", screens.mine(cast(User, request.user)))


@login_required
@never_cache
@require_safe
def pdf(request: HttpRequest, certificate_id: int) -> FileResponse:
    """Download one's own certificate; for others, and once annulled, it does not exist."""
    own = certificates_of(cast(User, request.user)).counting()
    return answer_with(get_object_or_404(own, pk=certificate_id))


def answer_with(certificate: Certificate) -> FileResponse:
    """Send the PDF, kept by nobody on the way. The caller has checked who asks."""
    response = FileResponse(
        BytesIO(certificate_pdf(certificate)),
        as_attachment=True,
        filename=file_name(certificate),
        content_type="application/pdf",
    )
    response["Cache-Control"] = "private, no-store"
    return response
