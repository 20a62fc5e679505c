"""Which files an application needs, and what keeps it from being sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from vicinia.questions.definitions import Form
from vicinia.questions.forms import check_answers

from .models import Application


@dataclass(frozen=True, slots=True)
class WantedFile:
    """A document to attach, from the call or from a question of kind file."""

    key: str
    label: str
    help: str
    required: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing to write, mend or attach; `section` is empty for a file."""

    key: str
    label: str
    message: str
    section: str = ""


def wanted_files(rules: Mapping[str, Any], form: Form) -> tuple[WantedFile, ...]:
    """Return the documents wanted by a call's frozen rules, then by its form's file questions."""
    documents = [
        WantedFile(row["key"], row["label"], row["help"], row["required"])
        for row in rules["wanted_documents"]
    ]
    asked = [WantedFile(each.key, each.label, each.help, each.required) for each in form.files()]
    return (*documents, *asked)


def gaps_of(
    form: Form, answers: Mapping[str, Any], wanted: Iterable[WantedFile], attached: Iterable[str]
) -> list[Gap]:
    """List what keeps an application from being sent, in the order of the form."""
    section_of = {question.key: section.key for section in form.sections for question in section.questions}
    gaps = [
        Gap(
            fault.question.key,
            fault.question.label,
            fault.message if fault.question.key in answers else _("still to be answered"),
            section_of[fault.question.key],
        )
        for fault in check_answers(form, answers)
    ]
    there = set(attached)
    gaps += [
        Gap(file.key, file.label, _("still to be attached"))
        for file in wanted
        if file.required and file.key not in there
    ]
    return gaps


def gaps_of_application(application: Application) -> list[Gap]:
    """List what keeps this application from being sent."""
    form = application.form_version.form()
    wanted = wanted_files(application.call.rules or {}, form)
    keys = application.attachments.values_list("key", flat=True)
    return gaps_of(form, application.answers, wanted, keys)
