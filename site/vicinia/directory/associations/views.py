"""The directory of associations: list, page, data; a body says whom it helps."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from partners.memberships.access import writable_or_404
from partners.merging.queries import destination, merged_body
from partners.profiles.queries import listed
from vicinia.accounts.models import User
from vicinia.core.tables import download

from . import open_data, screens
from .forms import HelpForm
from .models import HelpOffered
from .queries import associations
from .services import say_help_offered
from .volunteers import volunteers_screen


@require_safe
def association_list(request: HttpRequest) -> HttpResponse:
    """List who helps, by need, age, neighbourhood and words."""
    return render(request, "directory/associations/list.html", screens.list_screen(request.path, request.GET))


@require_safe
def association(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a body; the number at the end of the address holds, an old name leads to the new one.

    The address of a body that went into another leads there.
    """
    number = slug.rpartition("-")[2]
    # Longer than any number of a row: SQLite would not even read it.
    if not number.isdecimal() or len(number) > 18:
        raise Http404
    found = associations(listed().filter(pk=int(number)))
    if not found and (merged := merged_body(int(number))):
        found = associations(listed().filter(pk=destination(merged).pk))
    if not found:
        raise Http404
    if found[0].profile.slug != slug:
        return redirect(found[0].url, permanent=True)
    return render(request, "directory/associations/detail.html", screens.detail_screen(found[0]))


@require_safe
def volunteers(request: HttpRequest) -> HttpResponse:
    """List who looks for volunteers."""
    return render(request, "directory/volunteers.html", volunteers_screen(request.path, request.GET))


@require_safe
def data_csv(request: HttpRequest) -> HttpResponse:
    """Send the directory as CSV."""
    table = open_data.rows(request.build_absolute_uri)
    return _licensed(download("associazioni", open_data.HEADER, table, as_xlsx=False))


@require_safe
def data_json(request: HttpRequest) -> HttpResponse:
    """Send the directory as JSON."""
    content = open_data.document(request.build_absolute_uri)
    return _licensed(JsonResponse(content, json_dumps_params={"ensure_ascii": False}))


def _licensed(response: HttpResponse) -> HttpResponse:
    response["Link"] = f'<{screens.LICENCE_URL}>; rel="license"'
    # Other sites' pages may read what is everybody's.
    response["Access-Control-Allow-Origin"] = "*"
    return response


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def say_help(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """A member says whom the body helps."""
    user = cast(User, request.user)
    organisation = writable_or_404(request, organisation_id)
    form = HelpForm(request.POST or None, initial=_said(organisation.pk))
    if request.method == "POST" and form.is_valid():
        try:
            say_help_offered(organisation=organisation, by=user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("The data are saved."))
            return redirect("partners:organisation", organisation_id)
    context = screens.help_screen(organisation, form)
    return render(request, "directory/associations/help.html", context, status=422 if form.errors else 200)


def _said(organisation_id: int) -> dict[str, Any]:
    offered = HelpOffered.objects.filter(organisation_id=organisation_id).first()
    if offered is None:
        return {}
    return {
        "needs": list(offered.needs.all()),
        "age_from": offered.age_from,
        "age_to": offered.age_to,
        "areas": list(offered.areas.all()),
    }
