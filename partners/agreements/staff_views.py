"""What the office does with an agreement: it chooses the body, registers, changes, closes, annuls."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from partners.organisations.models import Organisation
from vicinia.accounts.models import User
from vicinia.core.clock import database_day
from vicinia.core.staff.inspect import StaffInspectView

from . import services, staff_screens
from .enums import AGREEMENT_STEPS, AgreementStatus
from .forms import AgreementForm, WhyForm
from .models import Agreement
from .payments import PAY
from .queries import account_of, bodies_with
from .staff_base import AgreementScreen, OfficeScreen, WritingView, agreement_url
from .words import badge, facts, progress

MOST_SHOWN = 20
LONGEST_WORDS = 100


class ChooseBody(OfficeScreen, TemplateView):
    """With whom: the first step of a new agreement."""

    right = services.REGISTER
    template_name = "wagtailadmin/partners/agreement_body.html"
    page_title = gettext_lazy("New agreement")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The bodies that have the words typed."""
        words = self.request.GET.get("q", "")[:LONGEST_WORDS].replace("\0", "").strip()
        found = list(bodies_with(words)[: MOST_SHOWN + 1]) if words else []
        return {
            **super().get_context_data(**kwargs),
            "q": words,
            "table": staff_screens.choices(found[:MOST_SHOWN]),
            "has_more": len(found) > MOST_SHOWN,
            "back_url": self.back_url,
        }


class RegisterAgreement(WritingView[AgreementForm]):
    """The terms, once the body is chosen."""

    right = services.REGISTER
    form_class = AgreementForm
    page_title = gettext_lazy("New agreement")
    intro = gettext_lazy(
        "Write what the act says. The body sees it in its reserved area at once. Nothing is deleted "
        "afterwards: it can be corrected, closed or annulled with a reason."
    )
    submit_label = gettext_lazy("Register the agreement")
    registered: Agreement | None = None

    @cached_property
    def organisation(self) -> Organisation:
        """The body of the address."""
        return get_object_or_404(Organisation.objects.living(), pk=self.kwargs["pk"])

    @property
    def back_url(self) -> str:
        """The page of the agreement, or of the body as long as there is none."""
        if self.registered:
            return agreement_url(self.registered)
        return reverse("organisations:inspect", args=[self.organisation.pk])

    def get_page_subtitle(self) -> str:
        """Name the body."""
        return self.organisation.name

    def write(self, form: AgreementForm, by: User) -> str:
        """Register."""
        self.registered = services.register_agreement(
            organisation=self.organisation, by=by, **form.cleaned_data
        )
        return _("«%(subject)s» is registered.") % {"subject": self.registered}


class EditAgreement(AgreementScreen, WritingView[AgreementForm]):
    """A correction, or what came later: the signature, the end, the CUP."""

    right = services.CHANGE
    form_class = AgreementForm
    page_title = gettext_lazy("Change the agreement")
    intro = gettext_lazy("The trail keeps the old value of whatever you change.")
    submit_label = gettext_lazy("Save the changes")

    def get_form_kwargs(self) -> dict[str, Any]:
        """Start from what is written."""
        return {**super().get_form_kwargs(), "instance": self.agreement}

    def write(self, form: AgreementForm, by: User) -> str:
        """Change only what was touched: a colleague may have corrected the rest meanwhile."""
        terms: Any = {name: form.cleaned_data[name] for name in form.changed_data}
        changed = services.change_agreement(agreement=self.agreement, by=by, **terms)
        return _("«%(subject)s» is saved.") % {"subject": changed}


class InspectAgreement(StaffInspectView):
    """An agreement: where it stands with what can be done, its terms, its payments, what happened."""

    def get_page_subtitle(self) -> str:
        """Name the agreement."""
        return str(self.object)

    def get_edit_url(self) -> str | None:
        """What is closed or annulled is not changed."""
        return super().get_edit_url() if self.object.is_active else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather what the page shows."""
        agreement: Agreement = self.object
        account, has_perm = account_of(agreement), self.request.user.has_perm
        may = {
            target: has_perm(services.CHANGE)
            and AGREEMENT_STEPS.allows(AgreementStatus(agreement.status), target)
            for target in AgreementStatus
        }
        pays = has_perm(PAY)
        return {
            **super().get_context_data(**kwargs),
            "agreement": agreement,
            "organisation": agreement.organisation,
            "badge": badge(agreement, database_day()),
            "facts": facts(account),
            "bar": progress(account),
            "payments": staff_screens.payments_table(account, can_write=pays),
            "can_change": agreement.is_active and has_perm(services.CHANGE),
            "can_pay": pays and agreement.is_active and agreement.amount is not None,
            "can_close": may[AgreementStatus.CLOSED],
            # What stands is annulled first: the service says so to who comes by another way.
            "can_annul": may[AgreementStatus.ANNULLED] and not account.standing,
            "can_reopen": may[AgreementStatus.ACTIVE],
            "entries": staff_screens.entries(account),
        }


class SettlingView(AgreementScreen, WritingView[WhyForm]):
    """Ask why, say what follows, take the step."""

    right = services.CHANGE
    form_class = WhyForm
    reason_help: ClassVar[str | Promise] = gettext_lazy(
        "The people of the body read it in their reserved area."
    )
    step: ClassVar[Callable[..., Agreement]]
    done: ClassVar[str | Promise]

    def get_form_kwargs(self) -> dict[str, Any]:
        """Say who reads the reason."""
        return {**super().get_form_kwargs(), "help_text": self.reason_help}

    def write(self, form: WhyForm, by: User) -> str:
        """Take the step through the service."""
        taken = type(self).step(agreement=self.agreement, reason=form.cleaned_data["reason"], by=by)
        return str(self.done) % {"subject": taken}


class CloseAgreement(SettlingView):
    """It is over."""

    step = services.close_agreement
    page_title = gettext_lazy("Close the agreement")
    intro = gettext_lazy(
        "For an agreement that is over, for its end or before it. No other payment can be ordered and its "
        "terms no longer change. Its payments stay. You can open it again."
    )
    submit_label = gettext_lazy("Close the agreement")
    done = gettext_lazy("«%(subject)s» is closed.")


class AnnulAgreement(SettlingView):
    """It never counted."""

    step = services.annul_agreement
    page_title = gettext_lazy("Annul the agreement")
    intro = gettext_lazy(
        "For an agreement registered by mistake, or whose act was annulled. It stays in the list with the "
        "reason, and cannot come back: if it is needed you register it anew. One that is over is closed "
        "instead."
    )
    submit_label = gettext_lazy("Annul the agreement")
    done = gettext_lazy("«%(subject)s» is annulled.")
    is_for_good = True


class ReopenAgreement(SettlingView):
    """It was closed too early."""

    step = services.reopen_agreement
    page_title = gettext_lazy("Open the agreement again")
    intro = gettext_lazy("It is in force again: its terms can be corrected and payments ordered.")
    reason_help = gettext_lazy("It stays in the trail, for you and your colleagues.")
    submit_label = gettext_lazy("Open the agreement again")
    done = gettext_lazy("«%(subject)s» is in force again.")
