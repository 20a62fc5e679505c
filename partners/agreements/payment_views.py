"""What the office does with a payment: it orders it, notes the day on which it is paid, annuls it."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vicinia.accounts.models import User
from vicinia.core.components import Link
from vicinia.core.formats import euro, long_date

from . import payments
from .before_paying import durc_warning
from .forms import PaidForm, PaymentForm, WhyForm
from .models import Agreement, Payment
from .staff_base import AgreementScreen, WritingView
from .words import act_text


class OrderPayment(AgreementScreen, WritingView[PaymentForm]):
    """A sum that was ordered."""

    right = payments.PAY
    form_class = PaymentForm
    page_title = gettext_lazy("Add a payment")
    intro = gettext_lazy(
        "Ordering a payment is the liquidazione (TUEL, art. 184): write its act. The body sees the payment "
        "in its reserved area at once; all of them together stay within the agreement's amount."
    )
    submit_label = gettext_lazy("Add the payment")

    def warning(self) -> str:
        """Tell of the body's DURC."""
        return durc_warning(self.organisation)

    def write(self, form: PaymentForm, by: User) -> str:
        """Order."""
        made = payments.order_payment(agreement=self.agreement, by=by, **form.cleaned_data)
        return _("%(amount)s are ordered.") % {"amount": euro(made.amount)}


class PaymentScreen(AgreementScreen):
    """A screen about one payment: the address says which."""

    right = payments.PAY

    @cached_property
    def payment(self) -> Payment:
        """The payment of the address."""
        rows = Payment.objects.select_related("agreement__organisation")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @cached_property
    def agreement(self) -> Agreement:
        """The agreement of the payment."""
        return self.payment.agreement

    def get_page_subtitle(self) -> str:
        """Name the payment."""
        return str(self.payment)


class NotePaid(PaymentScreen, WritingView[PaidForm]):
    """The treasurer has paid."""

    form_class = PaidForm
    page_title = gettext_lazy("When it was paid")
    submit_label = gettext_lazy("Save the day")

    @property
    def intro(self) -> str:  # type: ignore[override]
        """Say which payment it is."""
        act = act_text(self.payment.act_number, self.payment.act_date)
        return f"{self.payment} · {act}"

    def get_initial(self) -> dict[str, Any]:
        """Start from the day that is noted, if there is one."""
        return {"paid_on": self.payment.paid_on}

    def other_way(self) -> Link | None:
        """What was written by mistake is annulled."""
        url = reverse("agreements:payment_annul", args=[self.payment.pk])
        return Link(_("This payment is wrong: annul it…"), url)

    def write(self, form: PaidForm, by: User) -> str:
        """Note the day."""
        paid = payments.note_paid(payment=self.payment, paid_on=form.cleaned_data["paid_on"], by=by)
        assert paid.paid_on is not None  # noqa: S101 - just written
        words = {"amount": euro(paid.amount), "day": long_date(paid.paid_on)}
        return _("%(amount)s paid on %(day)s.") % words


class AnnulPayment(PaymentScreen, WritingView[WhyForm]):
    """It never counted."""

    form_class = WhyForm
    page_title = gettext_lazy("Annul the payment")
    intro = gettext_lazy(
        "For a payment written by mistake, or whose act was annulled. It stays in the list with the reason, "
        "and its sum can be ordered again. It cannot come back: if it is needed you add it anew."
    )
    submit_label = gettext_lazy("Annul the payment")
    is_for_good = True

    def get_form_kwargs(self) -> dict[str, Any]:
        """Say who reads the reason."""
        read_by = _("The people of the body read it in their reserved area.")
        return {**super().get_form_kwargs(), "help_text": read_by}

    def write(self, form: WhyForm, by: User) -> str:
        """Annul."""
        gone = payments.annul_payment(payment=self.payment, reason=form.cleaned_data["reason"], by=by)
        return _("The payment of %(amount)s is annulled.") % {"amount": euro(gone.amount)}
