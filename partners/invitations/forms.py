"""Whom to invite."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.memberships.words import role_choices


class InviteForm(forms.Form):
    """An address and a role, no more: the person says the rest of themselves."""

    email = forms.EmailField(
        label=_("E-mail of the person"),
        help_text=_("Their own, not the body's: they accept with the account of this very address."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    role = forms.ChoiceField(label=_("What this person may do"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, roles: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [  # type: ignore[attr-defined]
            (value, label) for value, label in role_choices() if value in roles
        ]
        if len(roles) == 1:
            self.fields["role"].initial = next(iter(roles))
