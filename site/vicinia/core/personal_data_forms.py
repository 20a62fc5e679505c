"""A form whose free text warns when it seems to hold personal data of pupils."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from .personal_data import Suspicion, suspicions

WARNINGS = {
    Suspicion.TAX_CODE: _(
        "The text seems to hold a codice fiscale. We keep no personal data of pupils: take it out."
    ),
    Suspicion.NAME_LIST: _(
        "The text seems to hold a list of names. We keep no personal data of pupils: take it out."
    ),
    Suspicion.PUPIL: _("The text seems to name a pupil. We keep no personal data of pupils: take it out."),
}


def fine_field() -> forms.BooleanField:
    """Return the box to tick after a warning; until then it is not there to be seen."""
    return forms.BooleanField(
        label=_("I have checked: the text holds no data about pupils"),
        required=False,
        widget=forms.HiddenInput,
    )


class WarnsOfPupilData(forms.Form):
    """Looks at the text of `watched`; the form declares `<watched>_is_fine = fine_field()`."""

    watched: ClassVar[str]

    def clean(self) -> dict[str, Any]:
        """Warn once: a false alarm does not stop anybody."""
        data = super().clean() or {}
        found = suspicions(data.get(self.watched) or "")
        if found:
            name = f"{self.watched}_is_fine"
            self.fields[name].widget = forms.CheckboxInput()
            if not data.get(name):
                for suspicion in sorted(found):
                    self.add_error(self.watched, WARNINGS[suspicion])
        return data


class ReasonForm(WarnsOfPupilData):
    """A reason that the office writes and others read; each screen says what is asked and who reads it."""

    watched = "reason"

    reason = forms.CharField(label=_("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    reason_is_fine = fine_field()
