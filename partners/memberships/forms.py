"""What is asked about a person of a body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.organisations.enums import MemberRole

from .words import role_choices


class RoleForm(forms.Form):
    """Which role; to make another the representative, whether one stops being it."""

    role = forms.ChoiceField(label=_("What this person may do"), widget=forms.RadioSelect)
    hands_over = forms.BooleanField(
        label=_("I stop being the legal representative"),
        required=False,
        help_text=_(
            "Only when you make this person the legal representative: from then on you can fill in and "
            "send, and they decide who acts for the body."
        ),
    )

    mandate = forms.TypedChoiceField(
        label=_("Mandate to sign"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_(
            "Only for who signs in the legal representative's place: the document of the dossier that gives "
            "the power."
        ),
    )

    def __init__(self, *args: Any, is_oneself: bool, mandates: Mapping[int, str], **kwargs: Any) -> None:
        """Take the mandates that may be given: their keys with how they are called."""
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = role_choices()  # type: ignore[attr-defined]
        self.fields["mandate"].choices = [("", _("No mandate")), *mandates.items()]  # type: ignore[attr-defined]
        if is_oneself:
            del self.fields["hands_over"]
        if is_oneself or not mandates:
            del self.fields["mandate"]

    def clean(self) -> dict[str, Any]:
        """Handing over makes sense to a representative alone."""
        data = self.cleaned_data
        if data.get("hands_over") and data.get("role") != MemberRole.LEGAL_REPRESENTATIVE:
            self.add_error("hands_over", _("To hand over, choose «Legal representative» above."))
        if data.get("mandate") and data.get("role") == MemberRole.LEGAL_REPRESENTATIVE:
            self.add_error("mandate", _("The legal representative needs no mandate: choose «No mandate»."))
        return data
