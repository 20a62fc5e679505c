"""What a body says when it looks for volunteers."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from vicinia.core.name_field import NameField


class NoticeForm(forms.Form):
    """What, when, how to answer, until when."""

    title = NameField(
        label=_("What do you look for?"),
        max_length=120,
        help_text=_("For example: «Due persone per il doposcuola»."),
    )
    text = forms.CharField(
        label=_("What does a volunteer do?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Say also what one must be able to do, if anything."),
    )
    when = forms.CharField(
        label=_("Days and hours"), max_length=200, help_text=_("For example: «Martedì, dalle 15 alle 18».")
    )
    contact = forms.CharField(
        label=_("How to answer"),
        max_length=200,
        help_text=_("A phone number or an e-mail address of the body: everybody reads it."),
    )
    expires_on = forms.DateField(
        label=_("Until when"),
        help_text=_("At most 90 days from today: then the notice goes away by itself."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
