"""Calls and applications, made through the services as the office and associations make them."""

from __future__ import annotations

import itertools
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone
from stdnum import luhn
from wagtail.signal_handlers import disable_reference_index_auto_update

from calls.applications.file_services import attach_file
from calls.applications.models import Application
from calls.applications.services import save_draft, start_application
from calls.notices.models import Call, Criterion, WantedDocument
from calls.notices.services import freeze_call, save_call
from partners.organisations.models import Organisation
from partners.organisations.services import register_organisation
from tests.factories.accounts import UserFactory
from tests.factories.documents import pdf_bytes, upload
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.questions.definitions import Form, Kind, Question, Section
from vicinia.territory.models import Unit

_numbers = itertools.count(1)

FORM = Form(
    (
        Section(
            "s1",
            "",
            (
                Question("titolo", Kind.SHORT_TEXT, "Titolo del progetto", max_length=90),
                Question(
                    "importo",
                    Kind.MONEY,
                    "Contributo richiesto",
                    minimum=Decimal(1000),
                    maximum=Decimal(5000),
                ),
                Question("note", Kind.LONG_TEXT, "Altro da dire", required=False, max_length=500),
                Question("dichiarazione", Kind.DECLARATION, "Dichiaro che tutto è vero"),
            ),
        ),
    )
)
ANSWERS = {"titolo": "Pronto, come va?", "importo": "2500.00", "dichiarazione": True}


def new_call(form: Form = FORM, **fields: Any) -> Call:
    """A call not yet saved, open since yesterday for ten days, with a criterion and a required document."""
    now = timezone.now()
    values: dict[str, Any] = {
        "title": f"Bando di prova {next(_numbers)}",
        "summary": "Un bando per le prove.",
        "purpose": "Provare.",
        "who_may_apply": "Tutti gli enti.",
        "budget": Decimal(20000),
        "grant_min": Decimal(1000),
        "grant_max": Decimal(5000),
        "opens_at": now - timedelta(days=1),
        "closes_at": now + timedelta(days=10),
        "act_number": "12/2026",
        "act_date": date(2026, 1, 12),
        "legal_basis": "Art. 12 della legge 241/1990",
        "unit": Unit.objects.get_or_create(slug="bandi", defaults={"name": "Ufficio bandi"})[0],
        "responsible_name": "Responsabile dell’ufficio",
    }
    call = Call(**{**values, **fields})
    call.criteria = [Criterion(title="Qualità", weight=100, sort_order=0)]
    call.wanted_documents = [
        WantedDocument(label="Piano delle spese", required=True, sort_order=0),
        WantedDocument(label="Lettere", required=False, sort_order=1),
    ]
    return call


def draft_call(form: Form = FORM, **fields: Any) -> Call:
    """A draft call."""
    with disable_reference_index_auto_update():
        return save_call(call=new_call(**fields), form=form, by=None)


def published_call(form: Form = FORM, *, at: datetime | None = None, **fields: Any) -> Call:
    """A published call, with whatever window: `at` is when it was published (default: now)."""
    call = draft_call(form, **fields)
    with disable_reference_index_auto_update():
        return freeze_call(call=call, at=at or timezone.now(), by=None)


def official() -> User:
    """A person of the calls office."""
    return UserFactory(role=Role.CALLS_OFFICE)  # type: ignore[no-any-return]


def association(member: User | None = None) -> Organisation:
    """A body with one legal representative."""
    # Seven digits of our own, then the code of a province.
    digits = f"{9_000_000 + next(_numbers)}099"
    return register_organisation(
        tax_code=digits + luhn.calc_check_digit(digits),
        by=member or UserFactory(),
        name=f"Associazione di prova {digits}",
        legal_form="aps",
        email=f"{digits}@associazione.example",
    )


def representative(organisation: Organisation) -> User:
    """The body's first member."""
    return organisation.members.order_by("pk")[0]


def draft_application(call: Call | None = None, organisation: Organisation | None = None) -> Application:
    """An application just started."""
    organisation = organisation or association()
    return start_application(
        call=call or published_call(), organisation=organisation, by=representative(organisation)
    )


def complete_application(call: Call | None = None, organisation: Organisation | None = None) -> Application:
    """A draft with everything that sending needs."""
    application = draft_application(call, organisation)
    by = representative(application.organisation)
    save_draft(application=application, answers=ANSWERS, keys=ANSWERS, by=by)
    attach_file(
        application=application, key="piano-delle-spese", upload=upload(pdf_bytes(), "piano.pdf"), by=by
    )
    application.refresh_from_db()
    return application


def call_with_insurance(**fields: Any) -> Call:
    """A published call whose only document is the volunteers' insurance, from the body's dossier."""
    call = new_call(**fields)
    call.wanted_documents = [
        WantedDocument(label="Assicurazione", required=True, dossier_type="insurance", sort_order=0)
    ]
    with disable_reference_index_auto_update():
        saved = save_call(call=call, form=FORM, by=None)
        return freeze_call(call=saved, at=timezone.now(), by=None)


def answered_application(call: Call, organisation: Organisation) -> Application:
    """A draft with its answers and none of its documents."""
    application = draft_application(call, organisation)
    save_draft(application=application, answers=ANSWERS, keys=ANSWERS, by=representative(organisation))
    application.refresh_from_db()
    return application
