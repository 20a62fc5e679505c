"""The office's reading of applications: one on a page, all of a call as a table."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from calls.notices.models import Call
from vicinia.core.formats import exact_datetime
from vicinia.core.tables import Row
from vicinia.questions.definitions import Kind
from vicinia.questions.kinds import shown

from .enums import ApplicationStatus
from .models import Application


def received(call: Call) -> QuerySet[Application]:
    """Return what a call has received, by number; drafts belong to who writes them alone."""
    rows: QuerySet[Application] = call.applications.exclude(register_number__isnull=True)
    return rows.select_related("organisation").order_by("register_year", "register_number")


def table_of(call: Call) -> tuple[Row, Iterator[Row]]:
    """Return the applications of a call as a table: who, when, number, hash, every answer, every file."""
    form = call.form_version.form() if call.form_version else call.form.form()
    questions = [question for question in form.questions() if question.kind != Kind.FILE]
    header: Row = [
        _("Number"),
        _("Status"),
        _("Received"),
        _("Organisation"),
        _("Tax code"),
        _("Legal form"),
        _("E-mail"),
        _("Who sent it"),
        *(question.label for question in questions),
        _("Documents"),
        "SHA-256",
    ]

    def rows() -> Iterator[Row]:
        found = received(call).prefetch_related("attachments__file")
        for application in found.iterator(chunk_size=500):
            yield [
                application.code,
                str(ApplicationStatus(application.status).label),
                exact_datetime(application.submitted_at) if application.submitted_at else "",
                application.organisation.name,
                application.organisation.tax_code,
                str(application.organisation.get_legal_form_display()),
                application.organisation.email,
                str(application.get_sent_as_display()),
                *(shown(question, application.answers.get(question.key)) for question in questions),
                ", ".join(each.file.name for each in application.attachments.all()),
                application.sha256,
            ]

    return header, rows()
