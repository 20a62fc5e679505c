"""The applicant's screens. What belongs to others answers as if it did not exist."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from calls.notices.models import Call
from vicinia.core.clock import database_now
from vicinia.core.components import Crumb
from vicinia.core.reserved_area import way_to
from vicinia.core.state import StepRefused
from vicinia.questions.forms import AnswersForm, first_values

from .access import acting_user, screen_of
from .forms import ChooseOrganisationForm
from .queries import applications_of
from .refusals import ApplicationRefused, require_open
from .screens import Screen
from .services import save_draft, start_application, submit_application, withdraw_application


@never_cache
@login_required
@require_safe
def my_applications(request: HttpRequest) -> HttpResponse:
    """List the applications of the person's bodies."""
    entries = applications_of(acting_user(request), database_now())
    return render(request, "calls/applications/list.html", entries)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, call_id: int) -> HttpResponse:
    """Choose the body to apply for, then open the form."""
    user = acting_user(request)
    call = get_object_or_404(Call.objects.exclude(rules__isnull=True), pk=call_id)
    form = ChooseOrganisationForm(request.POST or None, user=user)
    refusal = ""
    try:
        require_open(call, database_now())
        if request.method == "POST" and form.is_valid():
            application = start_application(
                call=call, organisation=form.cleaned_data["organisation"], by=user
            )
            return redirect(Screen(application, database_now(), can_write=True).steps[0][1])
    except ApplicationRefused as error:
        refusal = str(error)
    crumbs = way_to(Crumb(_("Applications"), reverse("calls:applications")), Crumb(call.title))
    context = {"call": call, "form": form, "refusal": refusal, "breadcrumbs": crumbs}
    return render(request, "calls/applications/start.html", context)


@never_cache
@login_required
@require_safe
def detail(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show an application: what is missing in a draft, the receipt of one that was sent."""
    screen = screen_of(request, pk)
    context = {"screen": screen, "breadcrumbs": screen.crumbs(), "refusal": refusal_of(screen)}
    return render(request, "calls/applications/detail.html", context)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def section(request: HttpRequest, pk: UUID, section: str) -> HttpResponse:
    """Fill in one section; every save is a draft, checked as a whole only when sent."""
    screen = screen_of(request, pk)
    part = screen.section(section)
    if part is None:
        raise Http404
    if request.method != "POST":
        if not screen.is_open:
            return redirect("calls:application", pk=pk)
        initial = first_values(part.questions, screen.application.answers)
        form = AnswersForm(initial=initial, questions=part.questions)
        return section_page(request, screen, section, form)
    form = AnswersForm(request.POST, questions=part.questions, is_draft=True)
    form.is_valid()
    wrong = form.keys_with_errors()
    keys = {question.key for question in form.questions} - wrong
    try:
        application = save_draft(
            application=screen.application, answers=form.answers(), keys=keys, by=acting_user(request)
        )
    except ApplicationRefused as error:
        # What was typed stays on the screen, to be copied: it could not be saved.
        return section_page(request, screen, section, form, refusal=str(error))
    screen = Screen(application, database_now(), can_write=True)
    if wrong:
        return section_page(request, screen, section, form)
    if "next" in request.POST:
        return redirect(screen.next_url(request.path))
    messages.success(request, _("Draft saved. You can stop here and come back when you want."))
    return redirect(request.path)


def section_page(
    request: HttpRequest, screen: Screen, key: str, form: AnswersForm, refusal: str = ""
) -> HttpResponse:
    """Render one section with its form."""
    part = screen.section(key)
    assert part is not None  # noqa: S101 - the view has looked
    context: dict[str, Any] = {
        "screen": screen,
        "title": screen.section_title(part),
        "help": part.help,
        "form": form,
        "refusal": refusal,
        "stepper": screen.stepper(request.path),
        "previous_url": screen.previous_url(request.path),
        "breadcrumbs": screen.crumbs(screen.section_title(part)),
    }
    return render(request, "calls/applications/section.html", context)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Read everything again, then send."""
    screen = screen_of(request, pk)
    refusal = refusal_of(screen)
    if request.method == "POST":
        try:
            submit_application(application=screen.application, by=acting_user(request))
        except StepRefused:
            # Withdrawn in another window: its page says so.
            return redirect("calls:application", pk=pk)
        except ApplicationRefused as error:
            refusal = str(error)
        else:
            return redirect("calls:sent", pk=pk)
    elif not screen.application.is_draft:
        return redirect("calls:application", pk=pk)
    context = {
        "screen": screen,
        "refusal": refusal,
        "stepper": screen.stepper(request.path),
        "gaps": [(gap, screen.gap_url(gap)) for gap in screen.gaps],
        "previous_url": screen.previous_url(request.path),
        "breadcrumbs": screen.crumbs(_("Check and send")),
    }
    return render(request, "calls/applications/review.html", context)


@never_cache
@login_required
@require_safe
def sent(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say that it arrived, with which number, and what happens next."""
    screen = screen_of(request, pk)
    if not screen.application.code:
        return redirect("calls:application", pk=pk)
    context = {"screen": screen, "breadcrumbs": screen.crumbs(_("Sent"))}
    return render(request, "calls/applications/sent.html", context)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask, then withdraw."""
    screen = screen_of(request, pk)
    refusal = ""
    if request.method == "POST":
        try:
            withdraw_application(application=screen.application, by=acting_user(request))
        except StepRefused:
            # Withdrawn already (two windows, a double click): its page says so.
            return redirect("calls:application", pk=pk)
        except ApplicationRefused as error:
            refusal = str(error)
        else:
            messages.success(request, _("The application is withdrawn."))
            return redirect("calls:application", pk=pk)
    context = {"screen": screen, "refusal": refusal, "breadcrumbs": screen.crumbs(_("Withdraw"))}
    return render(request, "calls/applications/withdraw.html", context)


def refusal_of(screen: Screen) -> str:
    """Say why a draft can no longer be changed, or nothing when it can."""
    if not screen.application.is_draft:
        return ""
    try:
        require_open(screen.application.call, screen.now)
    except ApplicationRefused as error:
        return str(error)
    if not screen.can_write:
        return _("You can read this application. To change it ask the legal representative of the body.")
    return ""
