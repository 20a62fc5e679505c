"""What a body says of who holds its offices."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from vicinia.core.name_field import NameField

from .models import Officer


class OfficerForm(forms.ModelForm[Officer]):
    """Name, office and days: no birth date, no tax code."""

    name = NameField(
        label=_("Name and surname"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    class Meta:
        model = Officer
        fields = ["name", "office", "since", "until"]
        widgets = {
            "since": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }
        labels = {
            "office": _("Office held"),
            "since": _("In office since"),
            "until": _("In office until"),
        }
        help_texts = {
            "office": _("Who is both president and legal representative has two rows, one for each."),
            "until": _("Leave empty while the person is in office."),
        }

    def _post_clean(self) -> None:
        """Leave the record as it is: the service writes it and checks it."""
