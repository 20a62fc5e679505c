"""The second step of the rating: why."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import DIFFICULTIES, FIRST_GOOD, HIGHEST, LOWEST, STRENGTHS

RATINGS = (
    (1, _("Not at all clear")),
    (2, _("Hardly clear")),
    (3, _("Fairly clear")),
    (4, _("Clear")),
    (5, _("Very clear")),
)


class AddressForm(forms.Form):
    """What the box at the foot of each page sends: which page, how clear."""

    pagina = forms.RegexField(r"^/(?!/)\S*$", max_length=255)
    voto = forms.IntegerField(min_value=LOWEST, max_value=HIGHEST)


class ReasonForm(forms.Form):
    """Strengths for a good rating, difficulties for the others, then free words."""

    reason = forms.ChoiceField(label="", widget=forms.RadioSelect, required=False)
    comment = forms.CharField(
        label=_("Would you like to add something?"),
        required=False,
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("At most 200 characters. Do not write names, phone numbers or health matters."),
    )

    def __init__(self, *args: object, rating: int, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        reasons = STRENGTHS if rating >= FIRST_GOOD else DIFFICULTIES
        field: forms.ChoiceField = self.fields["reason"]  # type: ignore[assignment]
        field.choices = [(reason.value, reason.label) for reason in reasons]
        field.label = (
            _("What did you like most?") if rating >= FIRST_GOOD else _("Where did you find difficulties?")
        )


class RatingForm(forms.Form):
    """The first step on this page, for who arrives without a rating."""

    voto = forms.TypedChoiceField(
        label=_("How clear is the information on this page?"),
        choices=RATINGS,
        coerce=int,
        widget=forms.RadioSelect,
    )
