"""What is asked before a draft is made: little, and already written."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from vicinia.core.day_input import DayInput
from vicinia.territory.models import Topic


class NextYearForm(forms.Form):
    """The name and the days of a campaign run again."""

    title = forms.CharField(label=_("Title"), max_length=150)
    starts_on = forms.DateField(label=_("First day"), widget=DayInput())
    ends_on = forms.DateField(
        label=_("Last day"),
        widget=DayInput(),
        required=False,
        help_text=_("Leave empty for a campaign without an end."),
    )


class TemplateForm(NextYearForm):
    """The same, with the topic under which readers find it."""

    topic: forms.ModelChoiceField[Topic] = forms.ModelChoiceField(
        label=_("Topic"), queryset=Topic.objects.all()
    )
