"""What is written while a body is checked."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from .enums import CheckItem, Outcome


class CheckForm(forms.Form):
    """How one check ended."""

    item = forms.ChoiceField(choices=CheckItem.choices, widget=forms.HiddenInput)
    outcome = forms.ChoiceField(label=_("Outcome"), choices=Outcome.choices)
    note = forms.CharField(label=_("Note (the reason, when not due)"), max_length=500, required=False)
    link = forms.URLField(label=_("Address of the page looked at"), required=False, assume_scheme="https")


class MessageForm(forms.Form):
    """A question or an answer."""

    text = forms.CharField(label=_("Message"), max_length=3000, widget=forms.Textarea(attrs={"rows": 5}))
