"""Makes the demo's calls and applications, some of them in the past.

Past instants cannot pass through `publish_call` and `submit_application`, which read the database's
clock: the loader uses the two functions below them that take an instant. No mail is sent.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from calls.applications.enums import SentAs
from calls.applications.models import Application, Attachment
from calls.applications.services import seal_application
from calls.notices.models import Call, CallAct, Criterion, WantedDocument
from calls.notices.pages import CallPage
from calls.notices.services import freeze_call, save_call
from partners.demo_loader import demo_organisation
from partners.dossier.enums import DocumentType
from partners.dossier.queries import entry_of
from partners.organisations.models import Organisation
from vicinia.accounts.demo_loader import demo_user
from vicinia.accounts.models import User
from vicinia.core.clock import day_of
from vicinia.core.demo import moment, read_yaml
from vicinia.core.demo_content import body, leaflet, picture, prose
from vicinia.core.files.services import store_generated
from vicinia.core.pdf import render
from vicinia.questions.definitions import Form, Kind, Question, Section
from vicinia.territory.letterhead.queries import letterhead
from vicinia.territory.models import TargetGroup, Topic, Unit

FILE = Path(__file__).parent / "demo" / "calls.yaml"


def load_calls() -> None:
    """Create the calls that are not there yet, in the order in which the office published them."""
    contents = [entry for entry in read_yaml(FILE) if not Call.objects.filter(title=entry["title"]).exists()]
    found = [(published_at(entry), entry, _save(entry)) for entry in contents]
    for at, entry, call in sorted(found, key=lambda each: each[0]):
        _write_page(call, entry)
        freeze_call(call=call, at=at, by=None)
    sent = [
        (moment(content["submitted"]) if "submitted" in content else None, content, _start(call, content))
        for _at, entry, call in found
        for content in entry["applications"]
    ]
    # Numbers follow the time of arrival, over all calls.
    for at, content, application in sorted(
        ((at, content, application) for at, content, application in sent if at), key=lambda each: each[0]
    ):
        _seal(application, content, at)


def published_at(entry: dict[str, Any]) -> datetime:
    """The morning after the act."""
    return moment(entry["act"]["date"]) + timedelta(days=1, hours=10)


def form_of(entry: dict[str, Any]) -> Form:
    """Read the questions of a call."""
    questions = tuple(
        Question(
            key=row["key"],
            kind=Kind(row["kind"]),
            label=row["label"],
            help=row.get("help", ""),
            required=row.get("required", True),
            max_length=row.get("max_length"),
            minimum=_decimal(row.get("min")),
            maximum=_decimal(row.get("max")),
            options=tuple(str(option) for option in row.get("options", ())),
        )
        for row in entry["questions"]
    )
    return Form((Section("s1", "", questions),))


def _save(entry: dict[str, Any]) -> Call:
    call = Call(
        title=entry["title"],
        summary=entry["summary"],
        purpose=entry["purpose"],
        who_may_apply=entry["who_may_apply"],
        instrument=entry["instrument"],
        budget=Decimal(entry["budget"]),
        grant_min=Decimal(entry["grant_min"]),
        grant_max=Decimal(entry["grant_max"]),
        co_funding_percent=entry["co_funding_percent"],
        minimum_score=entry["minimum_score"],
        opens_at=moment(entry["opens"]),
        closes_at=moment(entry["closes"]),
        minutes_to_apply=entry["minutes_to_apply"],
        act_number=f"{entry['act']['kind']} {entry['act']['number']}",
        act_date=moment(entry["act"]["date"]).date(),
        legal_basis=entry["legal_basis"],
        unit=Unit.objects.get(slug=entry["office"]),
        responsible_name=entry["responsible"],
    )
    call.criteria = [
        Criterion(title=row["title"], description=row["description"], weight=row["weight"], sort_order=order)
        for order, row in enumerate(entry["criteria"])
    ]
    call.wanted_documents = [
        WantedDocument(
            key=row["key"],
            label=row["label"],
            help=row["help"],
            required=row["required"],
            sort_order=order,
            dossier_type=row.get("dossier", ""),
        )
        for order, row in enumerate(entry["attachments"])
    ]
    call.acts = [
        CallAct(title=row["title"], number=row["number"], date=moment(row["date"]).date(), sort_order=order)
        for order, row in enumerate(entry["acts"])
    ]
    call.topics = list(Topic.objects.filter(slug__in=entry["topics"]))
    call.target_groups = list(TargetGroup.objects.filter(slug__in=entry["target_groups"]))
    return save_call(call=call, form=form_of(entry), by=None)


def _write_page(call: Call, entry: dict[str, Any]) -> None:
    page: CallPage = call.pages.get().get_latest_revision_as_object()
    who = letterhead()
    page.slug = entry["key"]
    page.image, page.image_alt = picture(entry["image"]), entry["image_alt"]
    page.body = body(entry["body"])
    page.steps = [("step", {"title": row["title"], "text": row["text"]}) for row in entry["steps"]]
    page.questions = [
        ("question", {"question": row["question"], "answer": prose(row["answer"])}) for row in entry["faq"]
    ]
    page.documents = [
        (
            "document",
            leaflet(
                f"{entry['key']}-{row['key']}",
                f"{row['title']} – {entry['title'].partition(':')[0]}",
                row["text"],
                municipality=who.full_name,
                office=call.unit.name,
            ),
        )
        for row in entry["documents"]
    ]
    page.save_revision()


def _start(call: Call, content: dict[str, Any]) -> Application:
    organisation = demo_organisation(content["organisation"])
    saved_at = moment(content.get("submitted") or content["saved"])
    call.refresh_from_db()
    assert call.form_version is not None  # noqa: S101 - just published
    application = Application.objects.create(
        call=call,
        organisation=organisation,
        form_version=call.form_version,
        answers=_answers(call, content["answers"]),
        started_by=User.objects.filter(memberships__organisation=organisation).order_by("pk").first(),
        saved_at=saved_at,
    )
    for key in content["attachments"]:
        _attach(application, organisation, key, saved_at)
    return application


def _seal(application: Application, content: dict[str, Any], at: datetime) -> None:
    """Send it as its legal representative did, or who has a mandate of the dossier (`sent_by`)."""
    if "sent_by" not in content:
        seal_application(
            application=application, at=at, by=application.started_by, sent_as=SentAs.REPRESENTATIVE
        )
        return
    person = demo_user(content["sent_by"])
    mandate = application.organisation.memberships.get(user=person).mandate
    seal_application(application=application, at=at, by=person, sent_as=SentAs.DELEGATE, mandate=mandate)


def _answers(call: Call, typed: dict[str, Any]) -> dict[str, Any]:
    """Write the answers as the form would: days are given from today."""
    assert call.form_version is not None  # noqa: S101 - just published
    dates = {each.key for each in call.form_version.form().questions() if each.kind == Kind.DATE}
    return {
        key: moment(answer).date().isoformat()
        if key in dates
        else (answer.strip() if isinstance(answer, str) else answer)
        for key, answer in typed.items()
    }


def _attach(application: Application, organisation: Organisation, key: str, at: datetime) -> None:
    wanted = application.call.wanted_documents.get(key=key)
    if wanted.dossier_type:
        version = entry_of(organisation, DocumentType(wanted.dossier_type), day_of(at)).valid
        assert version is not None  # noqa: S101 - the demo's dossiers have what its applications use
        assert version.file is not None  # noqa: S101 - only uploaded documents are asked
        Attachment.objects.create(
            application=application, key=key, file=version.file, dossier_version=version
        )
        return
    data = {
        "lang": "it",
        "municipality": organisation.name,
        "office": organisation.address,
        "title": wanted.label,
        "generated": application.call.title,
        "paragraphs": ["Documento di prova, allegato a una domanda della dimostrazione."],
    }
    stored = store_generated(
        content=render("document", data, at=at), name=f"{key}.pdf", content_type="application/pdf"
    )
    Attachment.objects.create(application=application, key=key, file=stored)


def _decimal(value: int | str | None) -> Decimal | None:
    return None if value is None else Decimal(value)
