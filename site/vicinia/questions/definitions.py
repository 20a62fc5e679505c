"""A form as data: sections of questions, their JSON, and what is wrong with them. Pure: no Django here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from vicinia.core.canonical import Json

MAX_TEXT = 20_000


class Kind(StrEnum):
    """What is asked for; the table `kinds.KINDS` says how each is shown, checked and written."""

    SHORT_TEXT = "short_text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    CHOICE = "choice"
    MULTIPLE = "multiple"
    DECLARATION = "declaration"
    FILE = "file"


WITH_OPTIONS = frozenset({Kind.CHOICE, Kind.MULTIPLE})
DEFAULT_LENGTH = {Kind.SHORT_TEXT: 200, Kind.LONG_TEXT: 4_000}


@dataclass(frozen=True, slots=True)
class Question:
    """One thing asked. `key` names its answer for ever; amounts and limits are decimals."""

    key: str
    kind: Kind
    label: str
    help: str = ""
    required: bool = True
    max_length: int | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    options: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        """Most characters that a text answer may have."""
        return self.max_length or DEFAULT_LENGTH[self.kind]

    def to_json(self) -> dict[str, Json]:
        """Write the question, leaving out what it does not use."""
        content: dict[str, Json] = {"key": self.key, "kind": self.kind.value, "label": self.label}
        content["required"] = self.required
        if self.help:
            content["help"] = self.help
        if self.max_length is not None:
            content["max_length"] = self.max_length
        if self.minimum is not None:
            content["minimum"] = str(self.minimum)
        if self.maximum is not None:
            content["maximum"] = str(self.maximum)
        if self.options:
            content["options"] = list(self.options)
        return content

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> Question:
        """Read a question; raise KeyError or ValueError when it is not one."""
        return cls(
            key=content["key"],
            kind=Kind(content["kind"]),
            label=content["label"],
            help=content.get("help", ""),
            required=content.get("required", True),
            max_length=content.get("max_length"),
            minimum=_decimal(content.get("minimum")),
            maximum=_decimal(content.get("maximum")),
            options=tuple(content.get("options", ())),
        )


@dataclass(frozen=True, slots=True)
class Section:
    """One topic of a form: a page of its own in a long one."""

    key: str
    title: str
    questions: tuple[Question, ...]
    help: str = ""

    def to_json(self) -> dict[str, Json]:
        """Write the section with its questions."""
        return {
            "key": self.key,
            "title": self.title,
            "help": self.help,
            "questions": [question.to_json() for question in self.questions],
        }

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> Section:
        """Read a section."""
        questions = tuple(Question.from_json(item) for item in content["questions"])
        return cls(content["key"], content["title"], questions, content.get("help", ""))


@dataclass(frozen=True, slots=True)
class Form:
    """A whole form, in the order in which it is asked."""

    sections: tuple[Section, ...] = field(default_factory=tuple)

    def questions(self) -> Iterator[Question]:
        """Every question, in order."""
        for section in self.sections:
            yield from section.questions

    def files(self) -> tuple[Question, ...]:
        """The questions answered by a file: whoever uses the form keeps the files."""
        return tuple(question for question in self.questions() if question.kind == Kind.FILE)

    def to_json(self) -> dict[str, Json]:
        """Write the form as frozen versions keep it."""
        return {"sections": [section.to_json() for section in self.sections]}

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> Form:
        """Read a form."""
        return cls(tuple(Section.from_json(item) for item in content.get("sections", ())))


class Fault(StrEnum):
    """What can be wrong with a form before anyone answers it."""

    NO_QUESTIONS = "no_questions"
    SAME_KEY = "same_key"
    NO_LABEL = "no_label"
    FEW_OPTIONS = "few_options"
    SAME_OPTION = "same_option"
    EMPTY_RANGE = "empty_range"
    BAD_LENGTH = "bad_length"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault and the question that has it (empty for the whole form)."""

    fault: Fault
    label: str = ""


def problems(form: Form) -> list[Problem]:
    """List everything that would make the form impossible to answer."""
    questions = list(form.questions())
    if not questions:
        return [Problem(Fault.NO_QUESTIONS)]
    found: list[Problem] = []
    seen: set[str] = set()
    for question in questions:
        if question.key in seen:
            found.append(Problem(Fault.SAME_KEY, question.label))
        seen.add(question.key)
        found.extend(Problem(fault, question.label) for fault in _faults(question))
    return found


def _faults(question: Question) -> Iterator[Fault]:
    if not question.label.strip():
        yield Fault.NO_LABEL
    if question.kind in WITH_OPTIONS:
        if len(question.options) < 2:
            yield Fault.FEW_OPTIONS
        if len(set(question.options)) < len(question.options):
            yield Fault.SAME_OPTION
    lowest, highest = question.minimum, question.maximum
    if lowest is not None and highest is not None and lowest > highest:
        yield Fault.EMPTY_RANGE
    if question.max_length is not None and not 0 < question.max_length <= MAX_TEXT:
        yield Fault.BAD_LENGTH


def _decimal(text: str | int | None) -> Decimal | None:
    return None if text is None else Decimal(str(text))
