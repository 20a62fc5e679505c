"""The office writes, publishes and can no longer change a call; everybody sees where it stands."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from calls.notices import queries
from calls.notices.models import Call, CallAct, Criterion, WantedDocument
from calls.notices.readiness import NotReady
from calls.notices.services import RulesFrozen, publish_call, revoke_call, save_call
from calls.notices.window import WindowState
from tests.factories.accounts import UserFactory
from tests.factories.calls import FORM, draft_call, new_call, official, published_call
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry
from vicinia.core.canonical import sha256_of
from vicinia.core.state import StepRefused
from vicinia.questions.definitions import Form, Kind, Question, Section

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def test_a_saved_call_has_a_page_that_nobody_can_read_yet(client):
    call = draft_call()
    page = call.pages.get()
    assert not page.live
    assert client.get(f"/bandi/{page.slug}/").status_code == 404
    assert [document.key for document in call.wanted_documents.all()] == ["piano-delle-spese", "lettere"]


def test_publishing_numbers_the_call_freezes_it_and_opens_its_page(client):
    call = publish_call(call=draft_call(title="Vicini di casa"), by=official())
    call.refresh_from_db()
    assert call.code == f"1/{timezone.localdate().year}"
    assert call.rules_sha256 == sha256_of(call.rules)
    assert call.form_version.form() == FORM
    answer = client.get("/bandi/vicini-di-casa/")
    assert answer.status_code == 200
    assert call.rules_sha256 in answer.content.decode()
    assert AuditEntry.objects.filter(action="calls.call.published", target_id=str(call.pk)).count() == 1


def test_an_editor_cannot_show_a_call_that_is_still_a_draft(client):
    page = draft_call(title="Nascosto").pages.get()
    page.save_revision().publish()
    assert client.get("/bandi/nascosto/").status_code == 404


def test_publishing_twice_is_refused():
    call = publish_call(call=draft_call(), by=official())
    with pytest.raises(StepRefused):
        publish_call(call=call, by=official())


@pytest.mark.parametrize(
    ("fields", "form", "points", "words"),
    [
        ({"act_number": ""}, FORM, 100, "atto"),
        ({"closes_at": timezone.now() - timedelta(hours=1)}, FORM, 100, "scadenza"),
        ({}, FORM, 95, "95"),
        ({}, Form(), 100, "domande"),
    ],
)
def test_a_call_that_lacks_something_is_not_published_and_says_what(fields, form, points, words):
    call = new_call(**fields)
    call.criteria = [Criterion(title="Qualità", weight=points)]
    save_call(call=call, form=form, by=None)
    with pytest.raises(NotReady) as refusal:
        publish_call(call=call, by=official())
    assert words in str(refusal.value)
    call.refresh_from_db()
    assert call.is_draft


def test_only_the_calls_office_publishes():
    with pytest.raises(PermissionDenied):
        publish_call(call=draft_call(), by=UserFactory(role=Role.EDITOR))


CHANGES = {
    "budget": lambda call: setattr(call, "budget", Decimal(30000)),
    "closing": lambda call: setattr(call, "closes_at", call.closes_at + timedelta(days=1)),
    "title": lambda call: setattr(call, "title", "Altro"),
    "criterion": lambda call: call.criteria.add(Criterion(title="Altro", weight=1)),
    "document": lambda call: call.wanted_documents.add(WantedDocument(label="Altro")),
    "threshold": lambda call: setattr(call, "minimum_score", 70),
}


@pytest.mark.parametrize("name", CHANGES)
def test_after_publication_no_rule_can_be_edited(name):
    published = published_call()
    changed = Call.objects.get(pk=published.pk)
    CHANGES[name](changed)
    with pytest.raises(RulesFrozen, match=r"L\. 241/1990"):
        save_call(call=changed, form=FORM, by=official())
    kept = Call.objects.get(pk=published.pk)
    assert sha256_of(kept.rules) == published.rules_sha256
    assert (kept.budget, kept.criteria.count()) == (Decimal(20000), 1)


def test_after_publication_the_form_cannot_be_edited():
    published = published_call()
    other = Form((Section("s1", "", (Question("a", Kind.DATE, "A"),)),))
    with pytest.raises(RulesFrozen):
        save_call(call=Call.objects.get(pk=published.pk), form=other, by=official())
    published.form.refresh_from_db()
    assert published.form.form() == FORM


def test_what_is_no_rule_can_still_be_mended():
    call = Call.objects.get(pk=published_call().pk)
    call.responsible_name, call.summary = "Un’altra persona", "Più chiaro."
    call.acts.add(CallAct(title="Commissione nominata", date=timezone.localdate()))
    save_call(call=call, form=FORM, by=official())
    assert Call.objects.get(pk=call.pk).responsible_name == "Un’altra persona"


@pytest.mark.parametrize(
    "fields",
    [
        {"budget": Decimal(0)},
        {"grant_min": Decimal(6000)},
        {"grant_max": Decimal(20001)},
        {"closes_at": timezone.now() - timedelta(days=2)},
    ],
)
def test_amounts_and_instants_out_of_order_are_refused_by_form_and_database(fields):
    call = new_call(**fields)
    with pytest.raises(ValidationError):
        call.validate_constraints(exclude=["form"])
    with pytest.raises(IntegrityError), transaction.atomic():
        save_call(call=call, form=FORM, by=None)


def test_lists_tell_open_coming_and_closed_apart():
    now = timezone.now()
    day = timedelta(days=1)
    open_call = published_call()
    closing = published_call(closes_at=now + 2 * day)
    coming = published_call(opens_at=now + day, closes_at=now + 9 * day)
    closed = published_call(opens_at=now - 9 * day, closes_at=now - day)
    revoked = revoke_call(call=published_call(), reason="Fondi non più disponibili", by=official())
    draft_call()

    def ids(state):
        pages = queries.in_state(queries.public_call_pages(), state, now)
        return [summary.id for summary in queries.summaries(pages, now)]

    assert ids(WindowState.OPEN) == [closing.pk, open_call.pk]
    assert ids(WindowState.UPCOMING) == [coming.pk]
    assert set(ids(WindowState.CLOSED)) == {closed.pk, revoked.pk}
    assert [call.id for call in queries.open_calls(now, limit=1)] == [closing.pk]
    assert queries.open_calls(now)[0].state == WindowState.CLOSING


def test_the_next_change_is_the_nearest_of_all_calls():
    now = timezone.now()
    assert queries.next_change_at(now) is None
    soon = now + timedelta(seconds=1)
    published_call(closes_at=soon)
    published_call()
    assert queries.next_change_at(now) == soon
    assert queries.next_change_at(soon) > soon


@pytest.mark.parametrize("state", ["", "aperti", "in-arrivo", "chiusi", "inventato"])
def test_the_list_of_calls_opens_with_every_filter(client, state):
    published_call(title="Aperto adesso")
    body = client.get("/bandi/", {"stato": state} if state else {}).content.decode()
    assert ("Aperto adesso" in body) == (state in {"", "aperti", "inventato"})


def test_the_page_tells_the_cache_until_when_it_holds(rf):
    call = published_call()
    page = call.pages.get().specific
    response = page.serve(rf.get("/"))
    assert timezone.now() < response.valid_until <= call.closes_at
