"""A person sees, corrects and takes away what the platform holds about them."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from calls.applications.services import submit_application
from campaigns.newsletter.subscriptions.enums import ConsentChannel
from campaigns.newsletter.subscriptions.models import Subscriber
from campaigns.newsletter.subscriptions.services import unsubscribe
from tests.factories.accounts import PASSWORD, UserFactory, confirmed_person
from tests.factories.calls import association, complete_application, published_call
from tests.factories.newsletter import make_subscriber
from tests.factories.projects import enrol, make_edition, make_school, make_teacher
from tests.support.html import read
from vicinia.accounts.models import User
from vicinia.core.audit.models import AuditEntry

pytestmark = pytest.mark.django_db
PAGE = "/area-riservata/i-miei-dati/"


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def copy_of(client: Client) -> dict[str, list[dict[str, Any]]]:
    """The JSON copy: records by the key of their section."""
    content = json.loads(client.get(f"{PAGE}copia.json").content)
    return {section["key"]: section["records"] for section in content["sections"]}


@pytest.fixture
def person() -> User:
    """Somebody who does everything: acts for a body, teaches, reads the newsletter."""
    user = confirmed_person(email="anna@example.org", first_name="Anna", last_name="Bianchi")
    submit_application(application=complete_application(published_call(), association(user)), by=user)
    school = make_school()
    teacher = make_teacher(school)
    teacher.school_contacts.update(user=user)
    enrol(make_edition(), school, "3A", by=user)
    subscriber = make_subscriber(email="ANNA@example.org")
    unsubscribe(key=subscriber.key, channel=ConsentChannel.ONE_CLICK)
    return user


def test_the_page_shows_everything_with_the_reason_why_it_is_held(person: User) -> None:
    page = read(signed_in(person), PAGE)
    assert page.heading == "I miei dati"
    assert {
        "Enti per cui operi",
        "Scuole in cui lavori",
        "Domande che hai iniziato o inviato",
        "Classi che hai iscritto",
        "Newsletter",
        "I tuoi consensi",
    } <= set(page.headings())
    assert "anna@example.org" in page.text
    assert "art. 7" in page.text


def test_the_json_holds_every_record_with_keys_and_iso_times(person: User) -> None:
    held = copy_of(signed_in(person))
    assert held["account"][0]["email"] == "anna@example.org"
    assert held["organisations"][0]["role"] == "Legale rappresentante"
    assert held["applications"][0]["sent_at"][-6:] in {"+01:00", "+02:00"}
    assert held["enrolments"][0]["class"] == "3A"
    assert held["newsletter"][0]["address"].lower() == "anna@example.org"
    assert held["consents"][0]["text"]
    assert held["operations"]
    assert AuditEntry.objects.filter(action="accounts.user.exported", actor=person).count() == 1


def test_the_pdf_is_tagged_and_says_the_same(person: User) -> None:
    answer = signed_in(person).get(f"{PAGE}copia.pdf")
    reader = PdfReader(io.BytesIO(answer.content))
    words = " ".join(page.extract_text() for page in reader.pages)
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert all(text in words for text in ("Anna", "Legale rappresentante", "3A", "I tuoi consensi"))
    assert person.email in words, "an address is copied whole"
    assert "attachment" in answer["Content-Disposition"]


def test_nothing_of_another_person_is_in_the_copy(person: User) -> None:
    other = confirmed_person(email="altra@example.org", first_name="Luisa")
    held = copy_of(signed_in(other))
    assert set(held) <= {"account", "addresses", "operations"}
    assert "anna" not in json.dumps(held).lower()


def test_who_only_typed_an_address_at_sign_up_is_not_told_of_its_newsletter() -> None:
    make_subscriber(email="vittima@example.org")
    stranger = UserFactory(email="vittima@example.org")
    assert Subscriber.objects.of(stranger.email).exists()
    assert "newsletter" not in copy_of(signed_in(stranger))


def test_a_person_corrects_the_name_and_the_trail_does_not_repeat_it(person: User) -> None:
    client = signed_in(person)
    assert (
        client.post(PAGE, {"first_name": "An\x00na\u200b  Maria", "last_name": "Bianchi"}).status_code == 302
    )
    person.refresh_from_db()
    assert str(person) == "Anna Maria Bianchi"
    entry = AuditEntry.objects.get(action="accounts.user.updated")
    assert entry.data == {"fields": ["first_name", "last_name"]}


# The last one begins with a Cyrillic letter: whoever reads it would take it for another person's.
@pytest.mark.parametrize("name", ["", "\u200b", "a" * 10_000, "\u0410nna"])
def test_a_name_that_cannot_be_kept_is_refused_in_words_and_nothing_changes(person: User, name: str) -> None:
    answer = signed_in(person).post(PAGE, {"first_name": name, "last_name": "Bianchi"})
    assert answer.status_code == 422
    assert "Quello che hai scritto è ancora qui" in answer.content.decode()
    person.refresh_from_db()
    assert person.first_name == "Anna"
    assert person.check_password(PASSWORD)
