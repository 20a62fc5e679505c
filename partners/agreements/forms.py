"""What the office writes of an agreement and of a payment."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vicinia.core.day_input import DayInput
from vicinia.core.money_field import EuroField
from vicinia.core.name_field import NameField
from vicinia.core.personal_data_forms import ReasonForm

from .cup import tidy_cup, validate_cup
from .models import CENT, Agreement, Payment

IN_EURO = _("In euro, for example 1.250,00.")
ACT_HELP = _("As the act is quoted: «Determinazione 12/2026».")


class CupField(forms.CharField):
    """The code without the spaces with which it is copied."""

    default_validators = [validate_cup]

    def to_python(self, value: Any) -> str:
        """Take spaces away before the length is checked."""
        return tidy_cup(super().to_python(value) or "")


class AgreementForm(forms.ModelForm[Agreement]):
    """An agreement's terms; the body is chosen before."""

    subject = NameField(
        label=_("Subject"),
        max_length=200,
        help_text=_("In a sentence, as the body reads it: «Trasporto solidale di anziani soli, anno 2026»."),
    )
    act_number = NameField(label=_("Act: kind and number"), max_length=60, help_text=ACT_HELP)
    amount = EuroField(
        label=_("Amount"),
        minimum=CENT,
        required=False,
        help_text=_("The most that can be paid for it, in euro. Leave empty if no money goes out."),
    )
    cup = CupField(
        label=_("CUP (public project code)"),
        required=False,
        max_length=15,
        help_text=_("Only if the act has one: 15 characters."),
    )

    class Meta:
        model = Agreement
        fields = [
            "kind",
            "subject",
            "act_number",
            "act_date",
            "signed_on",
            "starts_on",
            "ends_on",
            "amount",
            "cup",
        ]
        widgets = {name: DayInput() for name in ("act_date", "signed_on", "starts_on", "ends_on")}
        labels = {
            "kind": _("Kind"),
            "act_date": _("Act: date"),
            "signed_on": _("Signed on"),
            "starts_on": _("First day"),
            "ends_on": _("Last day"),
        }
        help_texts = {
            "signed_on": _("Leave empty for a contribution, or until it is signed."),
            "ends_on": _("Leave empty if it has no end."),
        }

    def _post_clean(self) -> None:
        """Leave the record as it is: the service writes it and checks it."""


class PaymentForm(forms.ModelForm[Payment]):
    """A sum that was ordered."""

    what_for = NameField(
        label=_("What for"), max_length=200, help_text=_("For example «Acconto 50%» or «Saldo».")
    )
    amount = EuroField(label=_("Amount"), minimum=CENT, help_text=IN_EURO)
    act_number = NameField(label=_("Act of liquidazione: kind and number"), max_length=60, help_text=ACT_HELP)

    class Meta:
        model = Payment
        fields = ["what_for", "amount", "act_number", "act_date", "paid_on"]
        widgets = {name: DayInput() for name in ("act_date", "paid_on")}
        labels = {"act_date": _("Act of liquidazione: date"), "paid_on": _("Paid on")}
        help_texts = {"paid_on": _("Leave empty until the treasurer has paid: you write it then.")}

    def _post_clean(self) -> None:
        """Leave the record as it is: the service writes it and checks it."""


class PaidForm(forms.Form):
    """The day on which the treasurer paid."""

    paid_on = forms.DateField(
        label=_("Paid on"),
        widget=DayInput(),
        help_text=_("The day of the payment order, as the accounts office tells it."),
    )


class WhyForm(ReasonForm):
    """Why an agreement or a payment no longer counts, or counts again."""

    def __init__(self, *args: Any, help_text: str | Promise, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = str(help_text)
