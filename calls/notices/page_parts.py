"""What the page of a call shows, as components."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from vicinia.core.components import (
    Button,
    Cell,
    Column,
    Fact,
    Hero,
    Question,
    Step,
    Table,
    Tag,
    TimelineEntry,
    TocItem,
)
from vicinia.core.formats import euro, long_datetime, short_date
from vicinia.core.pages.documents import material_of
from vicinia.core.pages.pictures import hero_image

from .enums import CallStatus
from .models import Call
from .pages import CallPage
from .words import ribbon_of


def call_parts(page: CallPage, *, now: datetime) -> dict[str, Any]:
    """Return everything the template loops over."""
    call = page.call
    criteria = criteria_table(call)
    parts: dict[str, Any] = {
        "call": call,
        "hero": Hero(
            title=page.title,
            summary=page.summary,
            kicker=_("Call %(code)s") % {"code": call.code} if call.code else pgettext("call", "Call"),
            image=hero_image(page),
        ),
        "ribbon": ribbon_of(call, now),
        "facts": tuple(facts_of(call)),
        "apply": apply_button(call, now),
        "needs": needs_of(call),
        "steps": tuple(Step(child.value["title"], child.value["text"]) for child in page.steps),
        "criteria": criteria,
        "documents": tuple(material_of(child.value) for child in page.documents if child.value),
        "questions": tuple(
            Question(child.value["question"], child.value["answer"]) for child in page.questions
        ),
        "timeline": timeline_of(call),
        "tags": tuple(Tag(topic.name) for topic in call.topics.all()),
        "contact": call.unit.contact_point(),
    }
    return parts | {"toc": toc_of(parts)}


def apply_button(call: Call, now: datetime) -> Button | None:
    """Return the button to apply, only while applications are accepted."""
    if call.status != CallStatus.PUBLISHED or not call.window.is_open(now):
        return None
    return Button(
        pgettext("call", "Apply"),
        reverse("calls:start", args=[call.pk]),
        note=ngettext(
            "It takes about %(minutes)s minute. You can stop and come back.",
            "It takes about %(minutes)s minutes. You can stop and come back.",
            call.minutes_to_apply,
        )
        % {"minutes": call.minutes_to_apply},
    )


def facts_of(call: Call) -> list[Fact]:
    """Return the key facts in the order in which people look for them."""
    facts = [
        Fact(_("Budget"), euro(call.budget)),
        Fact(
            _("Grant"),
            _("from %(least)s to %(most)s") % {"least": euro(call.grant_min), "most": euro(call.grant_max)},
        ),
    ]
    if call.co_funding_percent:
        share = _("at least %(percent)s%% of the costs") % {"percent": call.co_funding_percent}
        facts.append(Fact(_("Your share"), share))
    facts += [
        Fact(_("Who can apply"), _("Read the conditions"), "#who"),
        Fact(pgettext("call", "Opening"), long_datetime(call.opens_at)),
        Fact(pgettext("call", "Closing"), long_datetime(call.closes_at)),
        Fact(_("Who sends it"), who_sends(call)),
        Fact(_("Instrument"), call.get_instrument_display()),
        Fact(_("Responsible official"), call.responsible_name),
        Fact(_("Legal basis"), call.legal_basis),
    ]
    if call.act_number and call.act_date:
        act = _("%(number)s of %(date)s") % {"number": call.act_number, "date": short_date(call.act_date)}
        facts.append(Fact(pgettext("call", "Act"), act))
    return facts


def who_sends(call: Call) -> str:
    """Say who may send an application, by the frozen rules of a call that is published."""
    rules = call.rules or {"sender_needs_mandate": call.sender_needs_mandate}
    if rules.get("sender_needs_mandate", False):
        return _("The legal representative, or who has their mandate")
    return _("Whoever acts for the organisation here")


def needs_of(call: Call) -> tuple[str, ...]:
    """Return what to have at hand before starting: the documents, required ones first."""
    rows = sorted(call.wanted_documents.all(), key=lambda row: not row.required)
    return tuple(
        row.label if row.required else _("%(document)s (optional)") % {"document": row.label} for row in rows
    )


def criteria_table(call: Call) -> Table | None:
    """Return the criteria with their points, and the threshold when there is one."""
    rows = tuple((Cell(row.title, note=row.description), str(row.weight)) for row in call.criteria.all())
    if not rows:
        return None
    note = ""
    if call.minimum_score:
        note = _("Only projects with at least %(points)s points out of 100 can be financed.") % {
            "points": call.minimum_score
        }
    columns = (Column(_("Criterion")), Column(_("Most points"), is_numeric=True))
    return Table(_("Criteria of evaluation"), columns, rows, note)


def timeline_of(call: Call) -> tuple[TimelineEntry, ...]:
    """Return the acts of the procedure, oldest first."""
    rows = sorted(call.acts.all(), key=lambda row: row.date)
    return tuple(TimelineEntry(short_date(row.date), row.title, row.number) for row in rows)


def toc_of(parts: dict[str, Any]) -> tuple[TocItem, ...]:
    """Return the index of the sections that the page really has."""
    wanted = (
        ("who", _("Can my association apply?"), True),
        ("what", _("What it is for"), True),
        ("steps", _("How to apply"), parts["steps"] or parts["needs"]),
        ("criteria", _("How we choose"), parts["criteria"]),
        ("documents", _("Documents"), parts["documents"]),
        ("questions", _("Questions and answers"), parts["questions"]),
        ("acts", _("Acts and dates"), parts["timeline"]),
        ("contacts", _("Contacts"), True),
    )
    return tuple(TocItem(label, anchor) for anchor, label, is_there in wanted if is_there)
