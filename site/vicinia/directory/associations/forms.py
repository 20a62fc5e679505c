"""What a body says of whom it helps."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vicinia.directory.needs.models import Need
from vicinia.territory.models import Area

from .enums import OLDEST


class HelpForm(forms.Form):
    """Needs, ages, neighbourhoods."""

    needs = forms.ModelMultipleChoiceField(
        Need.objects.all(),
        label=_("To which needs do you answer?"),
        help_text=_("People look for you by these words."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one need: it is how people find you.")},
    )
    age_from = forms.IntegerField(label=_("From age"), min_value=0, max_value=OLDEST, initial=0)
    age_to = forms.IntegerField(
        label=_("To age"),
        min_value=0,
        max_value=OLDEST,
        initial=OLDEST,
        help_text=_("120 means with no limit."),
    )
    areas = forms.ModelMultipleChoiceField(
        Area.objects.all(),
        label=_("In which neighbourhoods?"),
        required=False,
        help_text=_("Tick none if you work in the whole town."),
        widget=forms.CheckboxSelectMultiple,
    )

    def clean(self) -> dict[str, Any]:
        """Tell at the field when the ages are the wrong way round."""
        data: dict[str, Any] = super().clean() or {}
        first, last = data.get("age_from"), data.get("age_to")
        if first is not None and last is not None and last < first:
            self.add_error("age_to", _("The second age cannot be lower than the first."))
        return data
