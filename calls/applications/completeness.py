"""Which files an application needs, and what keeps it from being sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from partners.dossier.models import DossierVersion
from partners.dossier.queries import why_not_usable
from vicinia.questions.definitions import Form
from vicinia.questions.forms import check_answers

from .models import Application, Attachment


@dataclass(frozen=True, slots=True)
class WantedFile:
    """A document to attach, from the call or from a question of kind file."""

    key: str
    label: str
    help: str
    required: bool
    # The type of the body's dossier that answers it; empty for a new file.
    dossier_type: str = ""


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
        WantedFile(row["key"], row["label"], row["help"], row["required"], row.get("dossier_type", ""))
        for row in rules["wanted_documents"]
    ]
    asked = [WantedFile(each.key, each.label, each.help, each.required) for each in form.files()]
    return (*documents, *asked)


def gaps_of(
    form: Form,
    answers: Mapping[str, Any],
    wanted: Iterable[WantedFile],
    attached: Iterable[str],
    faults: Mapping[str, str],
) -> list[Gap]:
    """List what keeps an application from being sent, in the order of the form.

    `faults` says, by document, why a version of the dossier that was chosen no longer counts.
    """
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
    for file in wanted:
        if file.key in faults:
            gaps.append(Gap(file.key, file.label, faults[file.key]))
        elif file.required and file.key not in there:
            gaps.append(Gap(file.key, file.label, _("still to be attached")))
    return gaps


def faults_of(
    attachments: Iterable[Attachment], versions: Mapping[int, DossierVersion], today: date
) -> dict[str, str]:
    """Say by document which chosen versions of the dossier no longer count, and what to do."""
    found = {
        each.key: _fault(each, versions[each.dossier_version_id], today)
        for each in attachments
        if each.dossier_version_id
    }
    return {key: reason for key, reason in found.items() if reason}


def _fault(attachment: Attachment, version: DossierVersion, today: date) -> str:
    # A merge that was undone gives a document back to the body whose it was.
    if version.document.organisation_id != attachment.application.organisation_id:
        return _("it is in the dossier of another body: choose one of this body")
    return why_not_usable(version, today)


def gaps_of_application(
    application: Application, versions: Mapping[int, DossierVersion], today: date
) -> list[Gap]:
    """List what keeps this application from being sent; `versions` are those of the dossier it has chosen."""
    form = application.form_version.form()
    wanted = wanted_files(application.call.rules or {}, form)
    attachments = list(application.attachments.all())
    faults = faults_of(attachments, versions, today)
    return gaps_of(form, application.answers, wanted, [each.key for each in attachments], faults)
