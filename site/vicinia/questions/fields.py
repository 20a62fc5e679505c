"""Form fields that read what people type the way Italians type it, and keep nothing harmful."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vicinia.core.formats import whole
from vicinia.core.money_field import LARGEST_AMOUNT, EuroField
from vicinia.core.text import clean_text

from .definitions import MAX_TEXT, Question

# Above this a list of buttons is longer than a phone's screen.
MOST_BUTTONS = 8
LARGEST_NUMBER = 2_147_483_647


class CleanTextField(forms.CharField):
    """Text whose length counts what is kept: a line end is one character, as in the browser."""

    def to_python(self, value: Any) -> str:
        """Clean before the length is checked."""
        return super().to_python(clean_text(value) if isinstance(value, str) else value) or ""


def short_text(question: Question) -> forms.Field:
    """One line."""
    widget = forms.TextInput(attrs={"maxlength": question.length})
    return CleanTextField(max_length=question.length, widget=widget, **_common(question))


def long_text(question: Question) -> forms.Field:
    """Some paragraphs; the help says how many characters fit."""
    rows = 12 if question.length > 1_500 else 6
    limit = ngettext(
        "At most %(limit)s character.", "At most %(limit)s characters.", min(question.length, MAX_TEXT)
    )
    common = _common(question, limit % {"limit": whole(question.length)})
    widget = forms.Textarea(attrs={"rows": rows, "maxlength": question.length})
    return CleanTextField(max_length=question.length, widget=widget, **common)


def number(question: Question) -> forms.Field:
    """A whole number, zero or more unless the question says otherwise."""
    return forms.IntegerField(
        min_value=int(question.minimum) if question.minimum is not None else 0,
        max_value=int(question.maximum) if question.maximum is not None else LARGEST_NUMBER,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "is-short"}),
        **_common(question),
    )


def money(question: Question) -> forms.Field:
    """An amount in euro with two decimals, typed as "1.250,00" or "1250,00"."""
    return EuroField(
        minimum=question.minimum if question.minimum is not None else 0,
        maximum=question.maximum if question.maximum is not None else LARGEST_AMOUNT,
        **_common(question, _("In euro, for example 1.250,00.")),
    )


def date(question: Question) -> forms.Field:
    """A day, chosen or typed as 3/3/2026."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "is-short"})
    return forms.DateField(input_formats=["%Y-%m-%d", "%d/%m/%Y"], widget=widget, **_common(question))


def choice(question: Question) -> forms.Field:
    """One of a few, as buttons; of many, as a list."""
    pairs = [(option, option) for option in question.options]
    if len(pairs) > MOST_BUTTONS:
        return forms.ChoiceField(choices=[("", _("Choose")), *pairs], **_common(question))
    if not question.required:
        pairs.append(("", str(_("I prefer not to answer"))))
    return forms.ChoiceField(choices=pairs, widget=forms.RadioSelect, **_common(question))


def multiple(question: Question) -> forms.Field:
    """Any of some."""
    pairs = [(option, option) for option in question.options]
    hint = "" if question.help else _("You can choose more than one.")
    return forms.MultipleChoiceField(
        choices=pairs, widget=forms.CheckboxSelectMultiple, **_common(question, hint)
    )


def declaration(question: Question) -> forms.Field:
    """A statement under one's own responsibility: it must be ticked, never ticked beforehand."""
    field = forms.BooleanField(**{**_common(question), "required": True})
    field.error_messages["required"] = _("Tick this box: without this declaration the form cannot be sent.")
    return field


def _common(question: Question, hint: Any = "") -> dict[str, Any]:
    return {"label": question.label, "help_text": _help(question.help, hint), "required": question.required}


def _help(text: str, hint: Any) -> SafeString:
    if text and hint:
        return format_html("{} {}", text, hint)
    return conditional_escape(text or hint)
