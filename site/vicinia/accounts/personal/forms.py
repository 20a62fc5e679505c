"""What a person may correct of their own account."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from vicinia.accounts.models import User
from vicinia.core.name_field import NameField


class NameForm(forms.ModelForm[User]):
    """Name and surname: they stand on receipts from now on; those already made do not change."""

    first_name = NameField(
        label=_("First name"), max_length=100, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    last_name = NameField(
        label=_("Last name"), max_length=100, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )

    class Meta:
        model = User
        fields = ("first_name", "last_name")
