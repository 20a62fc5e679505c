"""What a proven person adds to have an account."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from .person import MAX_EMAIL


class AccountForm(forms.Form):
    """The address for our mails; name, surname and fiscal number are already certain."""

    email = forms.EmailField(
        label=_("E-mail"),
        max_length=MAX_EMAIL,
        help_text=_("We write to you here. If the address is to be confirmed we send you a link."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
