"""What is asked of who says to act for a body, and of who decides."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.memberships.words import role_choices
from partners.organisations.enums import MemberRole
from partners.organisations.tax_code import clean_tax_code, validate_tax_code


class ClaimForm(forms.Form):
    """Which body, in which capacity, with what proof."""

    tax_code = forms.CharField(
        label=_("Tax code of the body"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    role = forms.ChoiceField(label=_("What would you do for this body?"), widget=forms.RadioSelect)
    message = forms.CharField(
        label=_("How do we know that you act for it?"),
        max_length=1000,
        required=False,
        help_text=_("In a few words: your office in the body, since when, who can confirm it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    proof = forms.FileField(
        label=_("Identity document or mandate of the legal representative"),
        required=False,
        help_text=_("PDF or photo. Needed when nobody acts for the body here yet; only who decides sees it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = role_choices()  # type: ignore[attr-defined]

    def clean_tax_code(self) -> str:
        """Take spaces away and check the control character."""
        value = clean_tax_code(self.cleaned_data["tax_code"])
        validate_tax_code(value)
        return value

    def clean_role(self) -> MemberRole:
        """Give the role itself."""
        return MemberRole(self.cleaned_data["role"])


class DecisionForm(forms.Form):
    """Yes, or no with a reason."""

    YES, NO = "yes", "no"
    decision = forms.ChoiceField(
        label=_("Decision"),
        choices=[(YES, _("Yes, this person acts for the body")), (NO, _("No"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Reason, if the answer is no"),
        max_length=500,
        required=False,
        help_text=_("The person reads it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
