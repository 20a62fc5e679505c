"""The person's own page and the copies to take away."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from vicinia.accounts.models import User

from . import documents, screens, services
from .forms import NameForm
from .queries import sections_of

MAKERS = {
    "json": (documents.as_json, "application/json"),
    "pdf": (documents.as_pdf, "application/pdf"),
}


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show what is held about the person; correct name and surname."""
    user = cast(User, request.user)
    # A copy: a name that was refused must not greet the person at the head of the page.
    form = NameForm(request.POST or None, instance=User.objects.get(pk=user.pk))
    if request.method == "POST" and form.is_valid():
        services.change_name(user=user, by=user, **form.cleaned_data)
        messages.success(request, _("Your name is saved."))
        return redirect("personal:my_data")
    status = 422 if form.errors else 200
    return render(request, "personal/page.html", screens.page(user, form), status=status)


@login_required
@never_cache
@require_GET
def file(request: HttpRequest, kind: str) -> HttpResponse:
    """Send everything as a file; the trail notes that it left."""
    user = cast(User, request.user)
    make, content_type = MAKERS[kind]
    content = make(user, sections_of(user), at=timezone.now())
    services.note_export(user=user, kind=kind, by=user)
    return HttpResponse(
        content,
        content_type=content_type,
        headers={
            "Content-Disposition": f'attachment; filename="i-miei-dati.{kind}"',
            "Cache-Control": "private, no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )
