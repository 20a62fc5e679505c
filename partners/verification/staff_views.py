"""The office's screen of checks: the list, the questions, the button that verifies."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages

from partners.organisations.enums import OrganisationStatus
from partners.organisations.models import Organisation
from partners.organisations.staff_base import OrganisationScreen
from vicinia.accounts.rights.backend import require

from . import screens, services
from .enums import CheckItem, Outcome
from .forms import CheckForm, MessageForm
from .queries import checklist, messages_of


class VerificationView(OrganisationScreen, TemplateView):
    """The list of checks at one side, the conversation at the other."""

    right = "partners.verify_organisation"
    template_name = "wagtailadmin/partners/verification.html"
    page_title = gettext_lazy("Checks")
    header_icon = "check"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Each check with its form, the messages, whether all is done."""
        rows = checklist(self.organisation)
        return {
            **super().get_context_data(**kwargs),
            "rows": [(row, _form(row.item)) for row in rows],
            "is_complete": all(row.check for row in rows),
            "is_to_verify": self.organisation.status == OrganisationStatus.TO_VERIFY,
            "entries": [screens.entry(each, self.organisation) for each in messages_of(self.organisation)],
            "message_form": MessageForm(auto_id="message-%s"),
        }


def _form(item: CheckItem) -> CheckForm:
    return CheckForm(initial={"item": item, "outcome": Outcome.DONE}, auto_id=f"{item}-%s")


@require_POST
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Write how a check ended, or take it back."""
    organisation = get_object_or_404(Organisation, pk=pk)
    require(request.user, "partners.verify_organisation")
    form = CheckForm(request.POST)
    item = request.POST.get("reopen", "")
    if item in CheckItem.values:
        services.reopen_check(organisation=organisation, item=CheckItem(item), by=request.user)  # type: ignore[arg-type]
    elif not form.is_valid():
        messages.error(request, _("Nothing was saved: ") + " ".join(_errors(form.errors.values())))
    else:
        data = form.cleaned_data
        try:
            services.record_check(
                organisation=organisation,
                item=CheckItem(data["item"]),
                outcome=Outcome(data["outcome"]),
                note=data["note"],
                link=data["link"],
                by=request.user,  # type: ignore[arg-type]
            )
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
    return redirect("organisations:verification", pk)


@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a question to the body."""
    organisation = get_object_or_404(Organisation, pk=pk)
    require(request.user, "partners.verify_organisation")
    form = MessageForm(request.POST)
    if form.is_valid():
        services.ask(organisation=organisation, text=form.cleaned_data["text"], by=request.user)  # type: ignore[arg-type]
        messages.success(request, _("The question is on its way: the body's people get a mail."))
    else:
        messages.error(request, _("Nothing was sent: ") + " ".join(_errors(form.errors.values())))
    return redirect("organisations:verification", pk)


def _errors(lists: Any) -> list[str]:
    return [str(error) for errors in lists for error in errors]
