"""The table of kinds: for each, its name, its field, how an answer is written, read back and shown.

A new kind is a row here, a name in `definitions.Kind` and a block in `blocks.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from vicinia.core.canonical import Json
from vicinia.core.formats import euro, long_date, whole

from . import fields
from .definitions import Kind, Question


@dataclass(frozen=True)
class KindRow:
    """What a kind of question can do. Answers in JSON are text, whole numbers, lists of text or True."""

    label: str | Promise
    icon: str
    field: Callable[[Question], forms.Field] | None
    # From a field's cleaned value to JSON; None means "no answer".
    write: Callable[[Any], Json]
    # From JSON to what a field takes as its first value.
    read: Callable[[Any], Any]
    # From JSON to words.
    show: Callable[[Any], str]


def _same(value: Any) -> Any:
    return value


def _text(value: str) -> Json:
    return value or None


def _amount(value: Decimal | None) -> Json:
    return None if value is None else str(value.quantize(Decimal("0.01")))


def _day(value: date | None) -> Json:
    return None if value is None else value.isoformat()


def _several(value: Sequence[str]) -> Json:
    return list(value) or None


def _ticked(value: bool) -> Json:
    return True if value else None


def _show_several(value: Sequence[str]) -> str:
    return ", ".join(value)


def _show_ticked(value: bool) -> str:
    return _("I declare it") if value else ""


KINDS: dict[Kind, KindRow] = {
    Kind.SHORT_TEXT: KindRow(gettext_lazy("Short text"), "edit", fields.short_text, _text, _same, str),
    Kind.LONG_TEXT: KindRow(gettext_lazy("Long text"), "pilcrow", fields.long_text, _text, _same, str),
    Kind.NUMBER: KindRow(gettext_lazy("Number"), "order", fields.number, _same, _same, whole),
    Kind.MONEY: KindRow(
        gettext_lazy("Amount in euro"),
        "tag",
        fields.money,
        _amount,
        Decimal,
        lambda value: euro(Decimal(value)),
    ),
    Kind.DATE: KindRow(
        pgettext_lazy("kind of question", "Date"),
        "date",
        fields.date,
        _day,
        date.fromisoformat,
        lambda value: long_date(date.fromisoformat(value)),
    ),
    Kind.CHOICE: KindRow(gettext_lazy("One choice"), "radio-full", fields.choice, _text, _same, str),
    Kind.MULTIPLE: KindRow(
        gettext_lazy("Several choices"), "list-ul", fields.multiple, _several, _same, _show_several
    ),
    Kind.DECLARATION: KindRow(
        gettext_lazy("Declaration"), "check", fields.declaration, _ticked, _same, _show_ticked
    ),
    # No field: files are sent on a page of their own and kept by whoever uses the form.
    Kind.FILE: KindRow(gettext_lazy("File"), "doc-full", None, _same, _same, str),
}


def shown(question: Question, answer: Any) -> str:
    """Return an answer in words; an empty text when there is none."""
    return "" if answer is None else KINDS[question.kind].show(answer)
