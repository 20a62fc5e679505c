"""What the office's page of a call shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from vicinia.accounts.models import User
from vicinia.core.audit.models import AuditEntry
from vicinia.core.components import Fact, Ribbon, TimelineEntry
from vicinia.core.formats import euro, long_datetime, short_date
from vicinia.questions.definitions import Question
from vicinia.questions.kinds import KINDS

from .enums import CALL_STEPS, CallStatus
from .models import Call
from .readiness import missing_for_publication
from .words import ribbon_of

SHOWN_ENTRIES = 20


def actions() -> dict[str, str]:
    """The audit trail's actions on calls, in words."""
    return {
        "calls.call.created": _("Created"),
        "calls.call.changed": _("Changed"),
        "calls.call.published": _("Published"),
        "calls.call.revoked": _("Revoked"),
    }


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A question as a list shows it."""

    label: str
    kind: str
    required: bool


@dataclass(frozen=True, slots=True)
class CallScreen:
    """A call for who looks after it."""

    call: Call
    ribbon: Ribbon | None
    missing: tuple[str, ...]
    can_publish: bool
    can_revoke: bool
    can_edit: bool
    page_edit_url: str
    page_url: str
    sent: int
    drafts: int
    facts: tuple[Fact, ...]
    questions: tuple[AskedRow, ...]
    timeline: tuple[TimelineEntry, ...]


def call_screen(call: Call, *, user: User, now: datetime) -> CallScreen:
    """Return the office's page of a call, with the steps that this person may take."""
    status = CallStatus(call.status)
    publishes = user.has_perm("calls.publish_call")
    page = call.pages.order_by("pk").first()
    counts = call.applications.aggregate(
        sent=Count("pk", filter=Q(status="submitted")), drafts=Count("pk", filter=Q(status="draft"))
    )
    form = call.form_version.form() if call.form_version else call.form.form()
    return CallScreen(
        call=call,
        ribbon=None if call.is_draft else ribbon_of(call, now),
        missing=tuple(missing_for_publication(call, now)) if call.is_draft else (),
        can_publish=publishes and CALL_STEPS.allows(status, CallStatus.PUBLISHED),
        can_revoke=publishes and CALL_STEPS.allows(status, CallStatus.REVOKED),
        can_edit=user.has_perm("calls.change_call"),
        page_edit_url=reverse("wagtailadmin_pages:edit", args=[page.pk]) if page else "",
        page_url=(page.url or "") if page and page.live else "",
        sent=counts["sent"],
        drafts=counts["drafts"],
        facts=tuple(_facts(call)),
        questions=tuple(_asked(question) for question in form.questions()),
        timeline=tuple(_timeline(call)),
    )


def _facts(call: Call) -> list[Fact]:
    facts = [
        Fact(pgettext("call", "Opening"), long_datetime(call.opens_at)),
        Fact(pgettext("call", "Closing"), long_datetime(call.closes_at)),
        Fact(_("Budget"), euro(call.budget)),
        Fact(
            _("Grant"),
            _("from %(least)s to %(most)s") % {"least": euro(call.grant_min), "most": euro(call.grant_max)},
        ),
        Fact(_("Office"), call.unit.name),
        Fact(_("Responsible official"), call.responsible_name),
        Fact(
            _("Criteria"),
            ", ".join(f"{row.title} ({row.weight})" for row in call.criteria.all()) or "–",
        ),
        Fact(
            _("Documents to attach (PDF)"),
            ", ".join(row.label for row in call.wanted_documents.all()) or "–",
        ),
    ]
    if call.act_number and call.act_date:
        facts.append(Fact(pgettext("call", "Act"), f"{call.act_number}, {short_date(call.act_date)}"))
    if call.rules_sha256:
        facts.append(Fact(_("SHA-256 of the rules"), call.rules_sha256))
    return facts


def _asked(question: Question) -> AskedRow:
    return AskedRow(question.label, str(KINDS[question.kind].label), question.required)


def _timeline(call: Call) -> list[TimelineEntry]:
    words = actions()
    rows = AuditEntry.objects.filter(target_type=call._meta.label_lower, target_id=str(call.pk))
    # Wagtail's own line about a form says again what the service has said.
    rows = rows.exclude(action__startswith="wagtail.")
    return [
        TimelineEntry(
            long_datetime(row.at), words.get(row.action, row.what), row.actor_label or _("the platform")
        )
        for row in rows[:SHOWN_ENTRIES]
    ]


def received_text(screen: CallScreen) -> str:
    """Say how many applications there are."""
    sent = ngettext("%(count)s application received", "%(count)s applications received", screen.sent)
    drafts = ngettext("%(count)s still being written", "%(count)s still being written", screen.drafts)
    return f"{sent % {'count': screen.sent}}, {drafts % {'count': screen.drafts}}"
