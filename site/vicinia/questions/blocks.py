"""How staff write a form: one block for each kind of question, and a heading that opens a new page."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .definitions import DEFAULT_LENGTH, MAX_TEXT, Form, Kind, Question, Section
from .kinds import KINDS

SECTION = "section"
MAX_KEY = 40


class SectionBlock(blocks.StructBlock):
    """What follows goes under this title, on a page of its own."""

    title = blocks.CharBlock(label=_("title"), max_length=80)
    help = blocks.TextBlock(label=_("explanation"), required=False, max_length=500, rows=2)

    class Meta:
        label = _("New page")
        icon = "title"


class QuestionBlock(blocks.StructBlock):
    """What every question has."""

    label = blocks.CharBlock(label=_("question"), max_length=300)
    help = blocks.TextBlock(label=_("help"), required=False, max_length=500, rows=2)
    required = blocks.BooleanBlock(label=_("an answer is required"), required=False, default=True)
    # Kept by the platform: the answers' name, given from the text of the question when first frozen.
    key = blocks.CharBlock(
        label=_("short name"),
        required=False,
        max_length=MAX_KEY,
        help_text=_("Column name in the exports. Leave it empty: it comes from the question."),
    )


class TextQuestionBlock(QuestionBlock):
    """A question answered in words."""

    max_length = blocks.IntegerBlock(
        label=_("most characters"), required=False, min_value=1, max_value=MAX_TEXT
    )


class NumberQuestionBlock(QuestionBlock):
    """A question answered with a whole number."""

    minimum = blocks.IntegerBlock(label=_("lowest value"), required=False)
    maximum = blocks.IntegerBlock(label=_("highest value"), required=False)


class MoneyQuestionBlock(QuestionBlock):
    """A question answered with an amount."""

    minimum = blocks.DecimalBlock(
        label=_("lowest amount (€)"), required=False, max_digits=11, decimal_places=2
    )
    maximum = blocks.DecimalBlock(
        label=_("highest amount (€)"), required=False, max_digits=11, decimal_places=2
    )


class OptionsQuestionBlock(QuestionBlock):
    """A question answered by choosing."""

    options = blocks.TextBlock(label=_("choices, one a line"), rows=4)

    def clean(self, value: Any) -> Any:
        """Refuse fewer than two choices, or the same twice."""
        cleaned = super().clean(value)
        options = _lines(cleaned["options"])
        if len(options) < 2 or len(set(options)) < len(options):
            message = _("Write at least two different choices, one a line.")
            raise blocks.StructBlockValidationError(block_errors={"options": ValidationError(message)})
        return cleaned


class DeclarationBlock(blocks.StructBlock):
    """A statement to tick: it is always required."""

    label = blocks.TextBlock(label=_("what is declared"), max_length=600, rows=3)
    help = blocks.TextBlock(label=_("help"), required=False, max_length=500, rows=2)
    key = blocks.CharBlock(label=_("short name"), required=False, max_length=MAX_KEY)


BLOCKS: dict[Kind, type[blocks.StructBlock]] = {
    Kind.SHORT_TEXT: TextQuestionBlock,
    Kind.LONG_TEXT: TextQuestionBlock,
    Kind.NUMBER: NumberQuestionBlock,
    Kind.MONEY: MoneyQuestionBlock,
    Kind.DATE: QuestionBlock,
    Kind.CHOICE: OptionsQuestionBlock,
    Kind.MULTIPLE: OptionsQuestionBlock,
    Kind.DECLARATION: DeclarationBlock,
    Kind.FILE: QuestionBlock,
}


class QuestionsBlock(blocks.StreamBlock):
    """The questions of a form, in order."""

    def __init__(self, local_blocks: Any = None, **kwargs: Any) -> None:
        rows = [
            (kind.value, block(label=KINDS[kind].label, icon=KINDS[kind].icon))
            for kind, block in BLOCKS.items()
        ]
        super().__init__([*rows, (SECTION, SectionBlock()), *(local_blocks or ())], **kwargs)

    class Meta:
        required = False


def form_of(stream: Iterable[Any]) -> Form:
    """Read what staff wrote as a form; questions before the first heading make an untitled section."""
    sections: list[Section] = []
    title, help_text, questions = "", "", list[Question]()
    taken: set[str] = set()
    for child in stream:
        if child.block_type == SECTION:
            if questions:
                sections.append(_section(sections, title, help_text, questions))
            title, help_text, questions = child.value["title"], child.value["help"] or "", []
        else:
            questions.append(_question(Kind(child.block_type), child.value, taken))
    if questions:
        sections.append(_section(sections, title, help_text, questions))
    return Form(tuple(sections))


def stream_of(form: Form) -> list[dict[str, Any]]:
    """Write a form as the editor's raw content: the way back of `form_of`."""
    raw: list[dict[str, Any]] = []
    for section in form.sections:
        if section.title:
            raw.append({"type": SECTION, "value": {"title": section.title, "help": section.help}})
        raw.extend({"type": question.kind.value, "value": _raw(question)} for question in section.questions)
    return raw


def _section(before: list[Section], title: str, help_text: str, questions: list[Question]) -> Section:
    return Section(f"s{len(before) + 1}", title, tuple(questions), help_text)


def _question(kind: Kind, value: Any, taken: set[str]) -> Question:
    key = _free_key(value["key"] or slugify(value["label"])[:MAX_KEY] or kind.value, taken)
    return Question(
        key=key,
        kind=kind,
        label=value["label"].strip(),
        help=(value["help"] or "").strip(),
        required=bool(value.get("required", True)),
        max_length=value.get("max_length") or DEFAULT_LENGTH.get(kind),
        minimum=_decimal(value.get("minimum")),
        maximum=_decimal(value.get("maximum")),
        options=_lines(value.get("options") or ""),
    )


def _raw(question: Question) -> dict[str, Any]:
    raw: dict[str, Any] = {"key": question.key, "label": question.label, "help": question.help}
    names = BLOCKS[question.kind].base_blocks
    if "required" in names:
        raw["required"] = question.required
    if "max_length" in names:
        raw["max_length"] = question.max_length
    if "minimum" in names:
        raw["minimum"] = None if question.minimum is None else str(question.minimum)
        raw["maximum"] = None if question.maximum is None else str(question.maximum)
    if "options" in names:
        raw["options"] = "\n".join(question.options)
    return raw


def _free_key(wanted: str, taken: set[str]) -> str:
    key, number = wanted, 2
    while key in taken:
        key, number = f"{wanted[: MAX_KEY - 3]}-{number}", number + 1
    taken.add(key)
    return key


def _decimal(value: int | Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
