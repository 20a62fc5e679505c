"""A Django form made from questions, and answers checked without one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _

from vicinia.core.canonical import Json

from .definitions import Form, Question
from .kinds import KINDS

Answers = Mapping[str, Any]


class AnswersForm(forms.Form):
    """The fields of some questions. A draft may leave them empty, but what it holds must make sense."""

    # The browser must not stop who saves a draft; sending checks everything on the server.
    use_required_attribute = False

    def __init__(
        self, *args: Any, questions: Iterable[Question], is_draft: bool = False, **kwargs: Any
    ) -> None:
        kwargs.setdefault("prefix", "q")
        super().__init__(*args, **kwargs)
        self.is_draft = is_draft
        self.questions = [question for question in questions if KINDS[question.kind].field]
        for question in self.questions:
            self.fields[question.key] = make_field(question)

    def full_clean(self) -> None:
        """Check; in a draft an empty answer is no error, though the field still says that it is required."""
        super().full_clean()
        if not self.is_draft or not self.errors:
            return
        for key, faults in list(self.errors.as_data().items()):
            if all(fault.code == "required" for fault in faults):
                del self.errors[key]

    def answers(self) -> dict[str, Json]:
        """Return the valid answers in JSON; questions left empty or with an error are absent."""
        found: dict[str, Json] = {}
        for question in self.questions:
            if question.key in self.cleaned_data:
                value = KINDS[question.kind].write(self.cleaned_data[question.key])
                if value is not None:
                    found[question.key] = value
        return found

    def keys_with_errors(self) -> set[str]:
        """The questions whose typed value makes no sense."""
        return set(self.errors) - {NON_FIELD_ERRORS}


def make_field(question: Question) -> forms.Field:
    """Return the field of a question that is typed in."""
    build = KINDS[question.kind].field
    if build is None:
        raise ValueError(f"«{question.kind}» has no field of its own.")
    return build(question)


def first_values(questions: Iterable[Question], answers: Answers) -> dict[str, Any]:
    """Return what the fields show when the form opens again."""
    return {
        question.key: KINDS[question.kind].read(answers[question.key])
        for question in questions
        if answers.get(question.key) is not None
    }


@dataclass(frozen=True, slots=True)
class AnswerError:
    """Why an answer cannot be sent as it is."""

    question: Question
    message: str


def check_answers(form: Form, answers: Answers) -> list[AnswerError]:
    """Check kept answers against the whole form, as at sending; files are checked by who keeps them."""
    faults: list[AnswerError] = []
    for question in form.questions():
        if KINDS[question.kind].field is None:
            continue
        message = _fault(question, answers.get(question.key))
        if message:
            faults.append(AnswerError(question, message))
    return faults


def _fault(question: Question, answer: Any) -> str:
    row = KINDS[question.kind]
    try:
        value = None if answer is None else row.read(answer)
        if row.write(make_field(question).clean(value)) != answer:
            return _("This answer does not have the form we expect: write it again.")
    except ValidationError as error:
        return " ".join(error.messages)
    except (TypeError, ValueError, ArithmeticError):
        return _("This answer does not have the form we expect: write it again.")
    return ""
