"""What a person may correct of their own account."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from vicinia.accounts.models import User
from vicinia.core.text import clean_text


class NameForm(forms.ModelForm[User]):
    """Name and surname: they stand on receipts from now on; those already made do not change."""

    first_name = forms.CharField(
        label=_("First name"), max_length=100, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        label=_("Last name"), max_length=100, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )

    class Meta:
        model = User
        fields = ("first_name", "last_name")

    def clean_first_name(self) -> str:
        """Keep nothing invisible that reorders what follows."""
        return clean_text(self.cleaned_data["first_name"])

    def clean_last_name(self) -> str:
        """Keep nothing invisible that reorders what follows."""
        return clean_text(self.cleaned_data["last_name"])
