"""The office's screen of checks: the list, the questions, the button that verifies."""

from __future__ import annotations

from typing import Any, cast

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from partners.organisations.enums import OrganisationStatus
from partners.organisations.staff_base import OrganisationScreen
from vicinia.accounts.models import User
from vicinia.core import traces

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
        checked, question = kwargs.pop("checked", None), kwargs.pop("question", None)
        written = messages_of(self.organisation)
        traces.note(
            self.request,
            traces.Way.PAGE,
            [traces.Shown(each, user_id=each.author_id) for each in written if not each.is_from_office],
        )
        return {
            **super().get_context_data(**kwargs),
            "rows": [(row, _form(row.item, checked)) for row in rows],
            "is_complete": all(row.check for row in rows),
            "is_to_verify": self.organisation.status == OrganisationStatus.TO_VERIFY,
            "entries": [screens.entry(each, self.organisation) for each in written],
            "message_form": question or _question(),
        }

    def told(self, **forms: Any) -> HttpResponse:
        """Say at its field what was refused: what was typed is still there."""
        messages.error(self.request, _("Nothing was saved: what is wrong is written beside it."))
        return self.render_to_response(self.get_context_data(**forms), status=422)


class CheckView(VerificationView):
    """Write how a check ended, or take it back."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Write through the service."""
        by = cast(User, request.user)
        again = request.POST.get("reopen", "")
        if again in CheckItem.values:
            services.reopen_check(organisation=self.organisation, item=CheckItem(again), by=by)
            return redirect("organisations:verification", pk)
        item = request.POST.get("item", "")
        form = CheckForm(request.POST, auto_id=f"{item if item in CheckItem.values else ''}-%s")
        if not form.is_valid() or not self._record(form, by):
            return self.told(checked=form)
        return redirect("organisations:verification", pk)

    def _record(self, form: CheckForm, by: User) -> bool:
        data = form.cleaned_data
        try:
            services.record_check(
                organisation=self.organisation,
                item=CheckItem(data["item"]),
                outcome=Outcome(data["outcome"]),
                note=data["note"],
                link=data["link"],
                by=by,
            )
        except ValidationError as refusal:
            form.add_error(None, refusal)
        return not form.errors


class AskView(VerificationView):
    """Send a question to the body."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Send through the service."""
        form = _question(request.POST)
        if form.is_valid():
            try:
                services.ask(
                    organisation=self.organisation,
                    text=form.cleaned_data["text"],
                    by=cast(User, request.user),
                )
            except ValidationError as refusal:
                form.add_error(None, refusal)
        if form.errors:
            return self.told(question=form)
        messages.success(request, _("The question is on its way: the body's people get a mail."))
        return redirect("organisations:verification", pk)


def _form(item: CheckItem, sent: CheckForm | None) -> CheckForm:
    """Return the form of a check: the one that was sent and refused, where it is of this check."""
    if sent and sent.data.get("item") == item:
        return sent
    return CheckForm(initial={"item": item, "outcome": Outcome.DONE}, auto_id=f"{item}-%s")


def _question(sent: QueryDict | None = None) -> MessageForm:
    return MessageForm(sent, auto_id="message-%s")
