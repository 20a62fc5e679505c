"""What is asked about a person of a body."""

from __future__ import annotations

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

    def __init__(self, *args: Any, is_oneself: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = role_choices()  # type: ignore[attr-defined]
        if is_oneself:
            del self.fields["hands_over"]

    def clean(self) -> dict[str, Any]:
        """Handing over makes sense to a representative alone."""
        data = self.cleaned_data
        if data.get("hands_over") and data.get("role") != MemberRole.LEGAL_REPRESENTATIVE:
            self.add_error("hands_over", _("To hand over, choose «Legal representative» above."))
        return data
