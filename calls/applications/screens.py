"""What the applicant's screens show, from one application read once."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from calls.notices.words import days_left_text
from vicinia.core.clock import day_of
from vicinia.core.components import Badge, BadgeLevel, Crumb, Fact, StepperItem, StepStatus
from vicinia.core.formats import exact_datetime, file_size, long_date, long_datetime
from vicinia.core.reserved_area import way_to
from vicinia.questions.definitions import Form, Section
from vicinia.questions.kinds import shown

from .completeness import Gap, WantedFile, faults_of, gaps_of, wanted_files
from .dossier_offers import DossierOffer, offers_for, origin_text
from .enums import ApplicationStatus
from .models import Application, Attachment
from .receipts import answer_by
from .sender_words import SenderNotice, notice_of, sealed_sender_words
from .senders import Sender

STATUS_LEVELS: dict[str, BadgeLevel] = {
    ApplicationStatus.DRAFT: "attention",
    ApplicationStatus.SUBMITTED: "success",
    ApplicationStatus.WITHDRAWN: "neutral",
}


@dataclass(frozen=True, slots=True)
class FileRow:
    """A wanted document and the file that answers it, if there is one."""

    wanted: WantedFile
    attachment: Attachment | None
    # Why the version of the dossier that was chosen no longer counts; empty when it does.
    fault: str = ""
    offer: DossierOffer | None = None

    @property
    def origin(self) -> str:
        """Which version of the dossier it is, for a file that comes from there."""
        version = self.attachment.dossier_version if self.attachment else None
        return origin_text(version) if version else ""

    @property
    def size(self) -> str:
        """The file's size in words."""
        return file_size(self.attachment.file.size) if self.attachment else ""


@dataclass(frozen=True, slots=True)
class ReviewSection:
    """A section with its answers in words."""

    title: str
    url: str
    rows: tuple[Fact, ...]


@dataclass(frozen=True)
class Screen:
    """One application as its screens read it: form, answers, files, gaps; `now` by the database's clock."""

    application: Application
    now: datetime
    can_write: bool
    # Who reads the screens, where they may send from them.
    sender: Sender | None = None
    form: Form = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "form", self.application.form_version.form())

    @cached_property
    def files(self) -> tuple[FileRow, ...]:
        """The wanted documents, each with its file and what the dossier offers for it."""
        rows = self.application.attachments.select_related("file", "dossier_version__document")
        there = {each.key: each for each in rows}
        wanted = wanted_files(self.application.call.rules or {}, self.form)
        faults: dict[str, str] = {}
        offers: dict[str, DossierOffer] = {}
        if self.application.is_draft:
            chosen = {each.dossier_version.pk: each.dossier_version for each in rows if each.dossier_version}
            faults = faults_of(there.values(), chosen, day_of(self.now))
        if self.is_open:
            offers = offers_for(self.application, wanted, there, day_of(self.now))
        return tuple(
            FileRow(file, there.get(file.key), faults.get(file.key, ""), offers.get(file.key))
            for file in wanted
        )

    @cached_property
    def gaps(self) -> list[Gap]:
        """What keeps the application from being sent."""
        attached = [row.wanted.key for row in self.files if row.attachment]
        faults = {row.wanted.key: row.fault for row in self.files if row.fault}
        wanted = [row.wanted for row in self.files]
        return gaps_of(self.form, self.application.answers, wanted, attached, faults)

    @property
    def is_open(self) -> bool:
        """Whether answers and files can still change."""
        call = self.application.call
        return self.can_write and self.application.is_draft and call.window.is_open(self.now)

    def section(self, key: str) -> Section | None:
        """Return a section of the form."""
        return next((each for each in self.form.sections if each.key == key), None)

    def section_title(self, section: Section) -> str:
        """Name a section; the only one of a short form has no title of its own."""
        return section.title or _("Your answers")

    @cached_property
    def steps(self) -> list[tuple[str, str]]:
        """Name and address of each page, in order."""
        pk = self.application.pk
        steps = [
            (self.section_title(each), reverse("calls:section", args=[pk, each.key]))
            for each in self.form.sections
            if any(question.kind != "file" for question in each.questions)
        ]
        if self.files:
            steps.append((_("Documents"), reverse("calls:documents", args=[pk])))
        return [*steps, (_("Check and send"), reverse("calls:review", args=[pk]))]

    def stepper(self, current: str) -> tuple[StepperItem, ...]:
        """Say where the applicant is: a page is done when nothing is missing on it."""
        open_pages = {self.gap_url(gap).partition("#")[0] for gap in self.gaps}

        def status(url: str) -> StepStatus:
            if url == current:
                return "current"
            is_last = url == self.steps[-1][1]
            return "todo" if url in open_pages or is_last else "done"

        return tuple(StepperItem(label, status(url), url) for label, url in self.steps)

    def next_url(self, current: str) -> str:
        """Return the page after this one."""
        urls = [url for _label, url in self.steps]
        return urls[min(urls.index(current) + 1, len(urls) - 1)] if current in urls else urls[0]

    def previous_url(self, current: str) -> str:
        """Return the page before this one, or nothing on the first."""
        urls = [url for _label, url in self.steps]
        return urls[urls.index(current) - 1] if current in urls[1:] else ""

    def gap_url(self, gap: Gap) -> str:
        """Return where a gap is mended."""
        pk = self.application.pk
        if gap.section:
            return f"{reverse('calls:section', args=[pk, gap.section])}#id_q-{gap.key}"
        return f"{reverse('calls:documents', args=[pk])}#doc-{gap.key}"

    def review(self) -> tuple[ReviewSection, ...]:
        """Return every answer in words, page by page."""
        answers = self.application.answers
        return tuple(
            ReviewSection(
                self.section_title(each),
                reverse("calls:section", args=[self.application.pk, each.key]),
                tuple(
                    Fact(question.label, shown(question, answers.get(question.key)) or "–")
                    for question in each.questions
                    if question.kind != "file"
                ),
            )
            for each in self.form.sections
        )

    def crumbs(self, last: str = "") -> tuple[Crumb, ...]:
        """Return the way back to the reserved area."""
        applications = Crumb(_("Applications"), reverse("calls:applications"))
        title = self.application.call.title
        if not last:
            return way_to(applications, Crumb(title))
        url = reverse("calls:application", args=[self.application.pk])
        return way_to(applications, Crumb(title, url), Crumb(last))

    @property
    def badge(self) -> Badge:
        """The state in a word."""
        label = ApplicationStatus(self.application.status).label
        return Badge(str(label).capitalize(), STATUS_LEVELS[self.application.status])

    @property
    def deadline_text(self) -> str:
        """Until when it can be sent, and how many days are left."""
        call, zone = self.application.call, timezone.get_default_timezone()
        return _("You can send it until %(instant)s. %(days)s") % {
            "instant": long_datetime(call.closes_at),
            "days": days_left_text(call.window.days_left(self.now, zone)),
        }

    @property
    def saved_text(self) -> str:
        """When it was last saved: the hour alone when it is today."""
        saved, today = timezone.localtime(self.application.saved_at), timezone.localtime(self.now).date()
        hour = date_format(saved, "H:i")
        if saved.date() == today:
            return _("Saved at %(time)s") % {"time": hour}
        return _("Saved on %(day)s at %(time)s") % {"day": long_date(saved), "time": hour}

    @cached_property
    def sender_notice(self) -> SenderNotice | None:
        """In whose name and with which mandate the person would send it, or why they cannot."""
        return notice_of(self.sender, day_of(self.now)) if self.sender and self.is_open else None

    @property
    def can_withdraw(self) -> bool:
        """Whether it can be withdrawn now: before the closing; what was sent, by who may send it."""
        application = self.application
        is_over = application.status == ApplicationStatus.WITHDRAWN
        may = self.can_write and (application.is_draft or bool(self.sender and self.sender.may_send))
        return may and not is_over and application.call.window.is_open(self.now)

    @property
    def continue_url(self) -> str:
        """Where to go on: the first page on which something is missing."""
        return self.gap_url(self.gaps[0]) if self.gaps else self.steps[-1][1]

    @property
    def received_text(self) -> str:
        """When it was received, to the second."""
        return exact_datetime(self.application.submitted_at) if self.application.submitted_at else ""

    def receipt_facts(self) -> tuple[Fact, ...]:
        """What proves the sending."""
        application = self.application
        if application.submitted_at is None:
            return ()
        return (
            Fact(_("Number"), application.code),
            Fact(_("Received"), exact_datetime(application.submitted_at)),
            *([Fact(_("Who sent it"), self.sent_by)] if self.sent_by else []),
            Fact(_("SHA-256 fingerprint"), application.sha256),
        )

    @cached_property
    def sent_by(self) -> str:
        """In which capacity and with which mandate it was sent, as sealed."""
        sealed = self.application.sealed
        return sealed_sender_words(json.loads(sealed)) if sealed else ""

    @property
    def answer_by(self) -> str:
        """The last day by which the office answers (L. 241/1990 art. 2)."""
        return answer_by(self.application.call)
