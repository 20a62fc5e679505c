"""While a vote is called only what is impersonal and indispensable goes out (L. 28/2000 art. 9)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from tests.factories.accounts import UserFactory
from tests.factories.emergencies import EmergencyPageFactory
from tests.factories.pages import InformationPageFactory
from tests.support.editing import edit_page, errors, office, rich_text, streamfield
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry
from vicinia.core.clock import database_day, midnight
from vicinia.core.quality.services import publish_despite
from vicinia.core.silence.models import ElectionSilence
from vicinia.core.tasks.housekeeping import publish_scheduled

pytestmark = pytest.mark.django_db


@pytest.fixture
def silence() -> ElectionSilence:
    today = database_day()
    return ElectionSilence.objects.create(
        name="Elezioni comunali", starts_on=today - timedelta(days=3), ends_on=today + timedelta(days=4)
    )


def fields(**changes: Any) -> dict[str, Any]:
    """What the form of an information page sends."""
    return {
        "title": "Cinque anni di risultati",
        "slug": "risultati",
        "summary": "Che cosa è stato fatto.",
        "body": streamfield([("text", rich_text("<p>Molto.</p>"))]),
        "questions": streamfield([]),
    } | changes


def scheduled(page: Page, by: User | None = None) -> Page:
    """A page that was to go out a minute ago."""
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision(user=by).publish()
    due = timezone.now() - timedelta(minutes=1)
    revision = page.revisions.get()
    revision.content["go_live_at"] = due.isoformat()
    revision.approved_go_live_at = due
    revision.save(update_fields=["content", "approved_go_live_at"])
    return page


def test_a_page_is_saved_and_waits_until_who_publishes_says_why_it_cannot(silence: ElectionSilence) -> None:
    page = InformationPageFactory(live=False, slug="risultati", first_published_at=None)
    editor, publisher = office(Role.EDITOR), office(Role.PUBLISHER)
    answer = edit_page(editor, page, **fields())
    waiting = reverse("page_in_silence", args=[page.pk])
    assert (answer.status_code, answer["Location"]) == (302, waiting), errors(answer)
    page.refresh_from_db()
    assert not page.live
    assert page.get_latest_revision_as_object().title == "Cinque anni di risultati"
    screen = editor.get(waiting).content.decode()
    assert "Elezioni comunali" in screen
    assert "chiedi a chi pubblica" in screen
    assert editor.post(waiting, {"reason": "Serve"}).status_code in {302, 403}

    assert "obbligatorio" in publisher.post(waiting, {"reason": ""}).content.decode()
    publisher.post(waiting, {"reason": "Orari di apertura: chi ha bisogno deve trovarli"})
    answer = edit_page(publisher, page, **fields(title="Orari"))
    page.refresh_from_db()
    assert page.live, answer["Location"]
    entry = AuditEntry.objects.get(action="core.silence.lifted")
    assert entry.data["reason"] == "Orari di apertura: chi ha bisogno deve trovarli"


@pytest.mark.parametrize("days", [-4, 5], ids=["before", "after"])
def test_before_and_after_everything_goes_out(silence: ElectionSilence, days: int) -> None:
    shift = timedelta(days=-days)
    ElectionSilence.objects.update(starts_on=silence.starts_on + shift, ends_on=silence.ends_on + shift)
    page = InformationPageFactory(live=False)
    edit_page(office(Role.EDITOR), page, **fields())
    page.refresh_from_db()
    assert page.live


def test_the_pages_of_an_emergency_go_out_always(silence: ElectionSilence) -> None:
    page = EmergencyPageFactory(live=False)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    office(Role.EDITOR).post(f"{address}?id={page.pk}")
    page.refresh_from_db()
    assert page.live


def test_of_several_at_once_none_goes_out(silence: ElectionSilence) -> None:
    page = InformationPageFactory(live=False, title="Risultati")
    page.save_revision()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = office(Role.PUBLISHER).post(f"{address}?id={page.pk}", follow=True)
    assert "Queste dovrebbero aspettare: «Risultati»" in answer.content.decode()
    page.refresh_from_db()
    assert not page.live


def test_what_was_scheduled_waits_for_the_end_and_its_author_is_told(
    silence: ElectionSilence, django_capture_on_commit_callbacks: Any
) -> None:
    author = UserFactory(role=Role.EDITOR)
    page = scheduled(InformationPageFactory(live=False, title="Risultati"), by=author)
    needed = scheduled(InformationPageFactory(live=False))
    silence.indispensable.create(page=needed, reason="Orari", at=timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        publish_scheduled.call()
    page.refresh_from_db()
    needed.refresh_from_db()
    assert (page.live, needed.live) == (False, True)
    assert page.revisions.get().approved_go_live_at == midnight(silence.ends_on + timedelta(days=1))
    (sent,) = mail.outbox
    assert sent.to == [author.email]
    assert sent.subject == "«Risultati» aspetta la fine del silenzio elettorale"
    # Told once.
    publish_scheduled.call()
    assert len(mail.outbox) == 1
    # And it goes out by itself.
    ElectionSilence.objects.update(ends_on=database_day() - timedelta(days=1))
    page.revisions.update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    publish_scheduled.call()
    page.refresh_from_db()
    assert page.live


def test_a_page_with_faults_does_not_slip_out_through_the_other_door(silence: ElectionSilence) -> None:
    page = InformationPageFactory(live=False)
    page.save_revision()
    with pytest.raises(ValidationError, match="Elezioni comunali"):
        publish_despite(page=page, faults=[], reason="Ho fretta", by=UserFactory(role=Role.PUBLISHER))
    page.refresh_from_db()
    assert not page.live


def test_who_publishes_keeps_the_list_of_votes_and_dates_must_make_sense() -> None:
    publisher = office(Role.PUBLISHER)
    add = reverse("election_silences:add")
    wrong = {"name": "Referendum", "starts_on": "10/06/2027", "ends_on": "01/06/2027"}
    assert "viene prima del primo" in errors(publisher.post(add, wrong))
    assert publisher.post(add, wrong | {"ends_on": "14/06/2027"}).status_code == 302
    assert ElectionSilence.objects.get().ends_on.day == 14
    assert office(Role.EDITOR).get(add).status_code in {302, 403}
    assert office(Role.EDITOR).get(reverse("election_silences:index")).status_code == 200
