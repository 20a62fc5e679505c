"""What the office does with a call: it writes, publishes and revokes through the services."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from vicinia.accounts.rights.backend import require
from vicinia.core.clock import database_now
from vicinia.core.staff.refusals import TellsRefusals
from vicinia.core.state import StepRefused
from vicinia.questions.definitions import Form

from . import services
from .models import Call
from .readiness import NotReady
from .staff_forms import EDIT_HANDLER, PUBLISHED_EDIT_HANDLER, CallForm, RevokeForm
from .staff_screens import call_screen, received_text


class WritesCall(TellsRefusals):
    """Saves a call through the service; a refused change is shown on the form."""

    refusals = (services.RulesFrozen,)

    form: Any
    request: HttpRequest

    def save_instance(self) -> Call:
        """Write through the service."""
        call: Call = self.form.save(commit=False)
        return services.save_call(call=call, form=self.asked(call), by=self.request.user)  # type: ignore[arg-type]

    def asked(self, call: Call) -> Form:
        """Return the questions: those on the form, or the frozen ones."""
        if isinstance(self.form, CallForm):
            asked: Form = self.form.asked()
            return asked
        assert call.form_version is not None  # noqa: S101 - only a published call has a form without questions
        frozen: Form = call.form_version.form()
        return frozen

    def get_success_url(self) -> str:
        """Go to the call's page, where the next step is."""
        return reverse("calls_office:inspect", args=[self.object.pk])  # type: ignore[attr-defined]


class CreateCall(WritesCall, generic.CreateView):
    """A new draft, with its page."""


class EditCall(WritesCall, generic.EditView):
    """A draft can change in everything, a published call only in what is no rule."""

    def get_panel(self) -> Any:
        """Choose the panels by the call's state."""
        call = get_object_or_404(Call, pk=self.kwargs["pk"])
        handler = EDIT_HANDLER if call.is_draft else PUBLISHED_EDIT_HANDLER
        return handler.bind_to_model(Call)

    def get_form_class(self) -> Any:
        """The panels make the form."""
        return self.panel.get_form_class()


class InspectCall(generic.InspectView):
    """A call: its state with what can be done, its rules, what happened."""

    page_title = pgettext_lazy("call", "Call")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather what the page shows."""
        screen = call_screen(self.object, user=self.request.user, now=database_now())
        return {
            **super().get_context_data(**kwargs),
            "screen": screen,
            "received": received_text(screen),
        }


@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish a call and its page."""
    call = get_object_or_404(Call, pk=pk)
    try:
        published = services.publish_call(call=call, by=request.user)  # type: ignore[arg-type]
    except NotReady as refusal:
        for sentence in refusal.sentences:
            messages.error(request, sentence)
    except StepRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request,
            _("Call %(code)s is published: its rules no longer change.") % {"code": published.code},
        )
    return redirect("calls_office:inspect", pk)


class RevokeCall(WagtailAdminTemplateMixin, FormView[RevokeForm]):
    """Ask the reason, say what follows, revoke."""

    form_class = RevokeForm
    template_name = "wagtailadmin/calls/revoke.html"
    page_title = gettext_lazy("Revoke")
    header_icon = "warning"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for who publishes calls."""
        require(request.user, "calls.publish_call")
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def call(self) -> Call:
        """The call to revoke."""
        return get_object_or_404(Call, pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        """Name the call."""
        return self.call.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way from the list to this page."""
        back_url = reverse("calls_office:inspect", args=[self.call.pk])
        return [
            *self.breadcrumbs_items,
            {"url": reverse("calls_office:index"), "label": pgettext("menu", "Calls")},
            {"url": back_url, "label": self.call.title},
            {"url": "", "label": _("Revoke"), "sublabel": self.call.title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Name the call and the way back."""
        back_url = reverse("calls_office:inspect", args=[self.call.pk])
        return {**super().get_context_data(**kwargs), "call": self.call, "back_url": back_url}

    def form_valid(self, form: RevokeForm) -> HttpResponse:
        """Revoke through the service."""
        try:
            services.revoke_call(
                call=self.call,
                reason=form.cleaned_data["reason"],
                by=self.request.user,  # type: ignore[arg-type]
            )
        except StepRefused as refusal:
            messages.error(self.request, str(refusal))
        else:
            messages.success(self.request, _("The call is revoked."))
        return redirect("calls_office:inspect", self.call.pk)
