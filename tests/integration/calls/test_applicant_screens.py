"""An association applies with the browser alone; nobody else sees its application."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from calls.applications.models import Application
from calls.applications.services import submit_application
from calls.notices.models import Call
from partners.organisations.models import Membership
from tests.factories.accounts import UserFactory
from tests.factories.calls import (
    ANSWERS,
    association,
    complete_application,
    draft_application,
    published_call,
    representative,
)
from tests.factories.documents import image_bytes, pdf_bytes, upload

pytestmark = [pytest.mark.django_db]

TYPED = {"q-titolo": "Pronto, come va?", "q-importo": "2.500,00", "q-dichiarazione": "on"}


@pytest.fixture
def person(client):
    user = UserFactory()
    client.force_login(user)
    return user


def address(name, application, *args):
    return reverse(f"calls:{name}", args=[application.pk, *args])


def test_the_whole_way_from_the_call_to_the_receipt(client, person):
    body, call = association(person), published_call()
    page = client.get(reverse("calls:start", args=[call.pk])).content.decode()
    assert body.name in page
    answer = client.post(reverse("calls:start", args=[call.pk]), {"organisation": body.pk})
    application = Application.objects.get()
    assert answer.url == address("section", application, "s1")

    answer = client.post(answer.url, {**TYPED, "next": "1"})
    assert answer.url == address("documents", application)
    answer = client.post(answer.url, {"key": "piano-delle-spese", "file": upload(pdf_bytes(), "piano.pdf")})
    assert "doc-piano" in answer.url

    review = client.get(address("review", application)).content.decode()
    assert "2.500,00 €" in review
    assert "Invia la domanda" in review
    answer = client.post(address("review", application))
    assert answer.url == address("sent", application)
    application.refresh_from_db()
    confirmation = client.get(answer.url).content.decode()
    assert application.code in confirmation
    assert application.sha256 in confirmation

    receipt = client.get(address("receipt", application))
    assert b"".join(receipt.streaming_content).startswith(b"%PDF-")
    assert "no-store" in receipt["Cache-Control"]
    assert application.code in client.get(reverse("calls:applications")).content.decode()


def test_a_second_click_on_send_leads_to_the_same_number(client, person):
    application = complete_application(organisation=association(person))
    first = client.post(address("review", application))
    second = client.post(address("review", application))
    assert first.url == second.url
    assert Application.objects.get().code.startswith("1/")


def test_a_saved_draft_opens_again_as_it_was_and_says_when(client, person):
    application = draft_application(organisation=association(person))
    url = address("section", application, "s1")
    client.post(url, {"q-titolo": "A metà", "stay": "1"})
    page = client.get(url).content.decode()
    assert 'value="A metà"' in page
    assert "Salvato alle " in page
    assert "Bozza salvata" in page


def test_a_wrong_answer_is_shown_on_top_and_at_its_field_and_the_others_are_kept(client, person):
    application = draft_application(organisation=association(person))
    url = address("section", application, "s1")
    page = client.post(url, {"q-titolo": "Ben scritto", "q-importo": "dodici", "next": "1"}).content.decode()
    assert 'href="#id_q-importo"' in page
    assert "Le altre risposte sono salve" in page
    assert 'value="dodici"' in page
    application.refresh_from_db()
    assert application.answers == {"titolo": "Ben scritto"}


def test_the_review_lists_what_is_missing_with_links_and_no_button(client, person):
    application = draft_application(organisation=association(person))
    page = client.get(address("review", application)).content.decode()
    assert f"{address('section', application, 's1')}#id_q-titolo" in page
    assert f"{address('documents', application)}#doc-piano-delle-spese" in page
    assert "Invia la domanda" not in page
    client.post(address("review", application))
    application.refresh_from_db()
    assert application.is_draft


def close(call):
    Call.objects.filter(pk=call.pk).update(closes_at=timezone.now() - timedelta(minutes=1))


def test_after_the_deadline_the_draft_can_be_read_and_says_why_nothing_else(client, person):
    application = complete_application(organisation=association(person))
    close(application.call)
    assert client.get(address("section", application, "s1")).url == address("application", application)
    page = client.get(address("application", application)).content.decode()
    assert "Il tempo per presentare la domanda è finito" in page
    assert ANSWERS["titolo"] in page
    refused = client.post(address("review", application)).content.decode()
    assert "Il tempo per presentare la domanda è finito" in refused
    late = client.post(address("section", application, "s1"), {**TYPED, "q-titolo": "Tardi"}).content.decode()
    assert "Il tempo per presentare la domanda è finito" in late
    assert 'value="Tardi"' in late
    application.refresh_from_db()
    assert (application.is_draft, application.answers) == (True, ANSWERS)


def test_a_refused_file_says_why_beside_its_field(client, person):
    application = draft_application(organisation=association(person))
    url = address("documents", application)
    page = client.post(url, {"key": "lettere", "file": upload(image_bytes(), "foto.pdf")}).content.decode()
    assert 'id="error-lettere"' in page
    assert "tipo" in page
    assert "Scegli prima un file" in client.post(url, {"key": "lettere"}).content.decode()
    assert application.attachments.count() == 0


def test_a_file_can_be_read_and_removed_by_its_own_people(client, person):
    application = complete_application(organisation=association(person))
    got = client.get(address("document", application, "piano-delle-spese"))
    assert b"".join(got.streaming_content).startswith(b"%PDF-")
    client.post(address("remove_document", application, "piano-delle-spese"))
    assert application.attachments.count() == 0
    assert client.get(address("document", application, "piano-delle-spese")).status_code == 404


EVERY_ADDRESS = [
    ("get", "application", ()),
    ("get", "section", ("s1",)),
    ("post", "section", ("s1",)),
    ("get", "documents", ()),
    ("post", "documents", ()),
    ("get", "document", ("piano-delle-spese",)),
    ("post", "remove_document", ("piano-delle-spese",)),
    ("get", "review", ()),
    ("post", "review", ()),
    ("get", "sent", ()),
    ("get", "receipt", ()),
    ("get", "withdraw", ()),
    ("post", "withdraw", ()),
]


@pytest.mark.parametrize(("method", "name", "args"), EVERY_ADDRESS)
@pytest.mark.usefixtures("person")
def test_the_application_of_others_does_not_exist(client, method, name, args):
    theirs = complete_application()
    submit_application(application=theirs, by=representative(theirs.organisation))
    assert getattr(client, method)(address(name, theirs, *args)).status_code == 404
    forged = reverse(f"calls:{name}", args=[uuid.uuid4(), *args])
    assert getattr(client, method)(forged).status_code == 404
    theirs.refresh_from_db()
    assert theirs.status == "submitted"


@pytest.mark.parametrize(("method", "name", "args"), EVERY_ADDRESS)
def test_who_is_not_signed_in_is_asked_to(client, method, name, args):
    answer = getattr(client, method)(reverse(f"calls:{name}", args=[uuid.uuid4(), *args]))
    assert answer.status_code == 302
    assert answer.url.startswith("/accedi/")


def test_who_may_only_read_sees_the_answers_and_cannot_write(client, person):
    application = complete_application()
    Membership.objects.create(organisation=application.organisation, user=person, role="reader")
    page = client.get(address("application", application)).content.decode()
    assert ANSWERS["titolo"] in page
    assert "legale rappresentante" in page
    assert client.get(address("section", application, "s1")).status_code == 302
    assert client.post(address("section", application, "s1"), TYPED).status_code == 403
    assert client.post(address("review", application)).status_code == 403


@pytest.mark.usefixtures("person")
def test_nobody_applies_for_the_body_of_others(client):
    call, theirs = published_call(), association()
    answer = client.post(reverse("calls:start", args=[call.pk]), {"organisation": theirs.pk})
    assert answer.status_code == 200
    assert not Application.objects.exists()


@pytest.mark.usefixtures("person")
def test_who_has_no_body_is_led_to_register_one(client):
    page = client.get(reverse("calls:start", args=[published_call().pk])).content.decode()
    assert "/area-riservata/enti/nuovo/" in page


def test_a_draft_call_cannot_be_applied_to(client, person):
    from tests.factories.calls import draft_call

    association(person)
    assert client.get(reverse("calls:start", args=[draft_call().pk])).status_code == 404


def test_withdrawing_asks_first_and_then_does(client, person):
    application = complete_application(organisation=association(person))
    assert "Vuoi ritirare" in client.get(address("withdraw", application)).content.decode()
    assert client.post(address("withdraw", application)).status_code == 302
    application.refresh_from_db()
    assert application.status == "withdrawn"


@pytest.mark.parametrize("name", ["withdraw", "review"])
def test_what_was_withdrawn_in_another_window_says_so_instead_of_failing(client, person, name):
    application = complete_application(organisation=association(person))
    client.post(address("withdraw", application))
    answer = client.post(address(name, application), follow=True)
    assert answer.redirect_chain == [(address("application", application), 302)]
    assert "Ritirata" in answer.content.decode()
    application.refresh_from_db()
    assert (application.status, application.code) == ("withdrawn", "")


def test_the_list_of_applications_costs_the_same_for_many(client, person, django_assert_max_num_queries):
    body = association(person)
    for _count in range(8):
        draft_application(published_call(), body)
    client.get(reverse("calls:applications"))
    with django_assert_max_num_queries(25):
        assert client.get(reverse("calls:applications")).status_code == 200


def test_the_reserved_area_says_what_is_still_to_be_sent(person):
    from calls.applications.queries import applications_panel

    assert applications_panel(person) is None
    application = draft_application(organisation=association(person))
    panel = applications_panel(person)
    assert [task.deadline for task in panel.tasks] == [application.call.closes_at]
    assert panel.entries[0].title == application.call.title
