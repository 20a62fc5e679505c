"""What school projects and the newsletter hold about a person."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import F
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from vicinia.accounts.models import User
from vicinia.accounts.personal.queries import proved_addresses
from vicinia.accounts.personal.registry import WORK_OF_THE_OFFICE, Field, PersonalSource, Section

from .newsletter.subscriptions.models import Consent, Subscriber
from .projects.certificates.models import Certificate
from .projects.enrolments.models import Enrolment


def sections(user: User) -> Iterator[Section]:
    """Return the classes that the person signed up, their subscription and their consents."""
    yield enrolments(user)
    yield certificates(user)
    mine = Subscriber.objects.annotate(lower=Lower(F("email"))).filter(lower__in=proved_addresses(user))
    yield subscriptions(list(mine.prefetch_related("topics")))
    yield consents(list(mine))


def enrolments(user: User) -> Section:
    """The classes; pupils are a number, never names."""
    rows = Enrolment.objects.filter(teacher=user).select_related("edition__project", "school")
    return Section(
        "enrolments",
        _("Classes you signed up"),
        (
            Field("project", _("Project")),
            Field("school_year", _("School year")),
            Field("school", _("School")),
            Field("class", _("Class")),
            Field("state", _("State")),
            Field("signed_up_at", _("Signed up at")),
            Field("note", _("Note for the office"), is_long_text=True),
        ),
        tuple(
            (
                each.edition.project.title,
                each.edition.school_year,
                each.school.name,
                each.class_label,
                each.get_state_display(),
                each.created_at,
                each.note,
            )
            for each in rows.order_by("-created_at")
        ),
        why=_("They belong to the school; your name is there so that the office can reach you."),
    )


def certificates(user: User) -> Section:
    """The certificates of participation, those annulled too."""
    return Section(
        "certificates",
        _("Certificates of participation"),
        (
            Field("number", _("Number")),
            Field("name", _("Name on the certificate")),
            Field("project", _("Project")),
            Field("school_year", _("School year")),
            Field("school", _("School")),
            Field("class", _("Class")),
            Field("issued_at", _("Issued at")),
            Field("state", _("State")),
            Field("reason", _("Why it was annulled"), is_long_text=True),
        ),
        tuple(
            (
                each.code,
                each.holder_name,
                each.project_title,
                each.school_year,
                f"{each.school_name} ({each.school_code})",
                each.class_label,
                each.issued_at,
                each.get_state_display(),
                each.reason,
            )
            for each in Certificate.objects.filter(holder=user)
        ),
        why=_("They are yours whatever school you work in; they go with your account."),
    )


def subscriptions(mine: list[Subscriber]) -> Section:
    """The newsletter that the person's addresses receive."""
    return Section(
        "newsletter",
        _("Newsletter"),
        (
            Field("address", _("Address")),
            Field("state", _("State")),
            Field("topics", _("Topics")),
            Field("asked_at", _("Asked at")),
            Field("confirmed_at", _("Confirmed at")),
            Field("left_at", _("Unsubscribed at")),
        ),
        tuple(
            (
                each.email,
                each.get_state_display(),
                each.topic_names(),
                each.asked_at,
                each.confirmed_at,
                each.left_at,
            )
            for each in mine
        ),
        why=_("Because you asked for it (GDPR, art. 6(1)(a)). Every mail has the link to leave."),
    )


def consents(mine: list[Subscriber]) -> Section:
    """The ledger: text, version, time and channel of each consent."""
    lines = Consent.objects.filter(subscriber__in=mine).order_by("-at", "-pk")
    return Section(
        "consents",
        _("Your consents"),
        (
            Field("what", _("What")),
            Field("channel", _("Where")),
            Field("at", _("When")),
            Field("topics", _("Topics at that time")),
            Field("version", _("Version of the text")),
            Field("text", _("Text"), is_long_text=True),
        ),
        tuple(
            (
                line.get_action_display(),
                line.get_channel_display(),
                line.at,
                ", ".join(line.topics),
                line.version,
                line.text,
            )
            for line in lines
        ),
        why=_("We must be able to show what you agreed to, and when (GDPR, art. 7(1))."),
    )


SOURCE = PersonalSource(
    sections,
    told=frozenset(
        {"campaigns.Enrolment.teacher", "campaigns.Certificate.holder", "campaigns.Subscriber.email"}
    ),
    not_told={
        "campaigns.Issue.created_by": WORK_OF_THE_OFFICE,
        "campaigns.Certificate.issued_by": WORK_OF_THE_OFFICE,
        "campaigns.Certificate.annulled_by": WORK_OF_THE_OFFICE,
    },
)
