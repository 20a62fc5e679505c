"""The teacher's way: fill in, review, confirm; then see, and give up the place if need be."""

from __future__ import annotations

from contextlib import suppress
from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from campaigns.projects.catalogue.enums import EditionState
from campaigns.projects.catalogue.models import Edition
from campaigns.projects.catalogue.queries import page_url
from partners.schools.queries import schools_of
from vicinia.accounts.models import User
from vicinia.core.state import StepRefused

from . import screens, services
from .forms import EnrolmentForm
from .models import Enrolment
from .queries import enrolments_of


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def enrol(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Two pages at one address: the form, then the review with the button that signs the class up."""
    edition = get_object_or_404(
        Edition.objects.with_counts().published().select_related("project"), pk=edition_id
    )
    user = cast(User, request.user)
    if edition.state != EditionState.OPEN and request.method == "GET":
        return redirect(page_url(edition) or reverse("projects:mine"))
    schools = schools_of(user)
    if not schools.exists():
        return render(
            request, "projects/choose_school.html", screens.choose_school(edition, request.path, user)
        )
    form = EnrolmentForm(request.POST or None, edition=edition, schools=schools)
    step = request.POST.get("step", "")
    if request.method == "POST" and form.is_valid() and step != "edit":
        if step == "confirm":
            enrolment = _enrol(form, edition, user)
            if enrolment:
                return redirect(f"{reverse('projects:enrolment', args=[enrolment.pk])}?nuova=1")
        else:
            return render(request, "projects/review.html", screens.review(edition, form))
    status = 422 if form.errors and step != "edit" else 200
    return render(request, "projects/enrol.html", screens.form(edition, form), status=status)


def _enrol(form: EnrolmentForm, edition: Edition, user: User) -> Enrolment | None:
    """Sign up, or leave the refusal on the form."""
    fields = {key: form.cleaned_data[key] for key in ("school", "class_label", "grade", "pupils", "note")}
    try:
        return services.enrol_class(edition=edition, by=user, **fields)
    except services.EnrolmentRefused as refusal:
        form.add_error(None, refusal)
        return None


@login_required
@never_cache
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """All the enrolments of the person's schools."""
    return render(request, "projects/mine.html", screens.mine(cast(User, request.user)))


@login_required
@never_cache
@require_GET
def detail(request: HttpRequest, enrolment_id: int) -> HttpResponse:
    """Where an enrolment stands; right after signing up, what happens next."""
    enrolment = _own(request, enrolment_id)
    context = screens.detail(enrolment, is_new="nuova" in request.GET)
    return render(request, "projects/enrolment.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, enrolment_id: int) -> HttpResponse:
    """Ask first, then give the place up."""
    enrolment = _own(request, enrolment_id)
    if request.method == "POST":
        # Cancelled already (two windows, a double click): the page says so.
        with suppress(StepRefused):
            services.cancel_enrolment(enrolment=enrolment, by=cast(User, request.user))
        return redirect("projects:enrolment", enrolment_id)
    context = screens.detail(enrolment)
    if not context["cancel_url"]:
        return redirect("projects:enrolment", enrolment_id)
    return render(request, "projects/cancel.html", context)


def _own(request: HttpRequest, enrolment_id: int) -> Enrolment:
    """The enrolment, if it belongs to one of the person's schools; for others it does not exist."""
    user = cast(User, request.user)
    if user.has_perm("campaigns.cancel_enrolment"):
        rows = Enrolment.objects.select_related("edition__project", "school")
    else:
        rows = enrolments_of(user)
    return get_object_or_404(rows, pk=enrolment_id)
