"""A mail speaks the language of who gets it, whoever caused it, and so do the pages behind its links."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail as outbox
from django.test import Client
from django.utils import translation

from calls.applications.receipts import receipt_of
from calls.applications.services import submit_application
from calls.applications.tasks import make_and_send_receipt
from campaigns.newsletter.issues import sending
from campaigns.newsletter.issues.models import Delivery
from campaigns.newsletter.issues.rendering import Words
from campaigns.newsletter.subscriptions.enums import SubscriberState
from campaigns.newsletter.subscriptions.models import Subscriber
from campaigns.projects.enrolments import services as enrolments
from tests.factories.accounts import PASSWORD, UserFactory, confirmed_person
from tests.factories.calls import complete_application, representative
from tests.factories.newsletter import make_issue, make_subscriber, make_topic
from tests.factories.projects import enrol, make_edition, make_school, make_teacher
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry

pytestmark = pytest.mark.django_db
Commit = Callable[..., Any]


def paths_in(message: Any) -> list[str]:
    """The addresses of ours in a mail's text part."""
    return re.findall(r"https?://[^/\s]+(/[^\s>)]*)", message.body)


def test_who_subscribes_in_english_is_written_to_in_english_until_they_leave(
    client: Client, django_capture_on_commit_callbacks: Commit
) -> None:
    topic = make_topic()
    with django_capture_on_commit_callbacks(execute=True):
        form = {"email": "ada@example.org", "topics": [topic.pk], "consent": "on"}
        client.post("/en/newsletter/", form)
    (confirm,) = outbox.outbox
    assert confirm.subject == "Confirm your subscription to the newsletter"
    (link,) = set(paths_in(confirm))
    assert link.startswith("/en/newsletter/conferma/")
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(link)["Location"] == "/en/newsletter/confermata/"
    welcome = outbox.outbox[-1]
    leaving = next(path for path in paths_in(welcome) if "disiscrizione" in path)
    assert leaving.startswith("/en/newsletter/")
    client.post(leaving)
    assert Subscriber.objects.get().state == SubscriberState.UNSUBSCRIBED


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_mail_program_unsubscribes_with_one_post_in_any_language(client: Client, language: str) -> None:
    topic = make_topic()
    subscriber = make_subscriber(topic)
    subscriber.language = language
    subscriber.save()
    issue = make_issue(topic)
    delivery = Delivery.objects.create(issue=issue, subscriber=subscriber)
    message = sending.compose(delivery, issue, Words("a", "b", "c"))
    (path,) = re.findall(r"https?://[^/]+(/[^>]+)", message.extra_headers["List-Unsubscribe"])
    assert path.startswith("/en/") == (language == "en")
    assert client.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    subscriber.refresh_from_db()
    assert subscriber.state == SubscriberState.UNSUBSCRIBED


def test_a_link_of_a_mail_holds_in_the_other_language_too(client: Client) -> None:
    topic = make_topic()
    subscriber = make_subscriber(topic)
    issue = make_issue(topic)
    message = sending.compose(
        Delivery.objects.create(issue=issue, subscriber=subscriber), issue, Words("a", "b", "c")
    )
    (path,) = re.findall(r"https?://[^/]+(/[^>]+)", message.extra_headers["List-Unsubscribe"])
    assert client.post(f"/en{path}").status_code == 200
    subscriber.refresh_from_db()
    assert subscriber.state == SubscriberState.UNSUBSCRIBED


def test_who_signs_up_in_english_confirms_the_address_in_english(
    client: Client, django_capture_on_commit_callbacks: Commit
) -> None:
    passwords = {"password1": "a-long-secret-word", "password2": "a-long-secret-word"}
    person = {"first_name": "Ada", "last_name": "King", "email": "ada@example.org"}
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/en/registrati/", {**person, **passwords})
    assert User.objects.get().language == "en"
    (message,) = outbox.outbox
    assert message.subject == "Confirm your e-mail address"
    (link,) = set(paths_in(message))
    assert link.startswith("/en/accedi/confirm-email/")
    assert client.post(link)["Location"] == "/en/area-riservata/"


def test_mails_follow_the_language_in_which_a_person_last_came_in(client: Client) -> None:
    user = confirmed_person()
    assert user.language == "it"
    client.post("/en/accedi/login/", {"login": user.email, "password": PASSWORD})
    user.refresh_from_db()
    assert user.language == "en"
    entry = AuditEntry.objects.get(action="accounts.user.language_noted")
    assert str(entry.target_id) == str(user.pk)
    client.post("/en/accedi/logout/")
    client.post("/en/accedi/login/", {"login": user.email, "password": PASSWORD})
    assert AuditEntry.objects.filter(action="accounts.user.language_noted").count() == 1, "nothing changed"


def test_a_teacher_is_told_in_their_language_what_the_office_does_in_its_own(
    django_capture_on_commit_callbacks: Commit,
) -> None:
    school = make_school()
    teacher = make_teacher(school)
    teacher.language = "en"
    teacher.save()
    enrolment = enrol(make_edition(), school, "1A", by=teacher)
    office = UserFactory(role=Role.SCHOOLS_OFFICE)
    outbox.outbox.clear()
    with translation.override("it"), django_capture_on_commit_callbacks(execute=True):
        enrolments.cancel_enrolment(enrolment=enrolment, by=office)
    (message,) = outbox.outbox
    assert f"/en/area-riservata/adesioni/{enrolment.pk}/" in paths_in(message)
    assert "does not take part any more" in message.body


def test_the_receipt_stays_in_italian_and_its_mail_speaks_to_who_applied(
    django_capture_on_commit_callbacks: Commit,
) -> None:
    application = complete_application()
    person = representative(application.organisation)
    person.language = "en"
    person.save()
    sent = submit_application(application=application, by=person)
    with django_capture_on_commit_callbacks(execute=True):
        make_and_send_receipt.func(str(sent.pk))
    (message,) = [each for each in outbox.outbox if sent.code in each.subject]
    assert message.subject.startswith(f"Application {sent.code} received")
    assert f"/en/area-riservata/domande/{sent.pk}/" in paths_in(message)
    assert receipt_of(application=sent).name.startswith("ricevuta-")
