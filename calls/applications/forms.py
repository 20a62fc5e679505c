"""The small forms of the applicant's screens."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.organisations.models import Organisation
from partners.organisations.queries import organisations_acted_for
from vicinia.accounts.models import User


class ChooseOrganisationForm(forms.Form):
    """For which body the person applies: only those in whose name they may write."""

    organisation = forms.ModelChoiceField(
        label=_("For which organisation do you apply?"),
        queryset=Organisation.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={
            "required": _("Choose the organisation."),
            "invalid_choice": _("You cannot apply for this organisation."),
        },
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - declared above
        field.queryset = self.organisations = organisations_acted_for(user)
        if len(self.organisations) == 1:
            field.initial = self.organisations[0]
