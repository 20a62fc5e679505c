"""Signing classes up: places, waiting list, rules, and what the teacher is told."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail as outbox
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from campaigns.projects.catalogue.models import Edition
from campaigns.projects.catalogue.services import FewerPlacesThanClasses, save_edition
from campaigns.projects.enrolments import services
from campaigns.projects.enrolments.enums import EnrolmentState
from campaigns.projects.enrolments.models import Enrolment
from campaigns.projects.enrolments.queries import place_in_line
from partners.schools.enums import ContactStatus, SchoolOrder
from partners.schools.models import School, SchoolContact
from tests.factories.accounts import UserFactory
from tests.factories.projects import enrol, make_edition, make_project, make_school, make_teacher
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry
from vicinia.core.state import StepRefused

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def teacher(school: School) -> User:
    return make_teacher(school)


@pytest.fixture
def office() -> User:
    return UserFactory(role=Role.SCHOOLS_OFFICE)


def states(edition: Edition) -> dict[str, str]:
    return dict(edition.enrolments.order_by("pk").values_list("class_label", "state"))


def test_classes_are_confirmed_while_places_remain_then_they_wait(school: School, teacher: User) -> None:
    edition = make_edition(places=2)
    for label in ("1A", "2A", "3A", "4A"):
        enrol(edition, school, label, by=teacher)
    assert states(edition) == {"1A": "confirmed", "2A": "confirmed", "3A": "waiting", "4A": "waiting"}
    third, fourth = edition.enrolments.filter(state="waiting").order_by("pk")
    assert (place_in_line(third), place_in_line(fourth)) == (1, 2)


def test_a_freed_place_goes_to_the_first_in_line_who_is_told(
    school: School, teacher: User, django_capture_on_commit_callbacks: Any
) -> None:
    edition = make_edition(places=1)
    first = enrol(edition, school, "1A", by=teacher)
    second = enrol(edition, school, "2A", by=teacher)
    third = enrol(edition, school, "3A", by=teacher)
    with django_capture_on_commit_callbacks(execute=True):
        services.cancel_enrolment(enrolment=first, by=teacher)
    assert states(edition) == {"1A": "cancelled", "2A": "confirmed", "3A": "waiting"}
    assert place_in_line(third) == 1
    second.refresh_from_db()
    subjects = [message.subject for message in outbox.outbox]
    assert len(subjects) == 2
    assert any("2A" in subject for subject in subjects)
    assert all(message.to == [teacher.email] for message in outbox.outbox)


def test_leaving_the_waiting_list_promotes_nobody(school: School, teacher: User) -> None:
    edition = make_edition(places=1)
    enrol(edition, school, "1A", by=teacher)
    waiting = enrol(edition, school, "2A", by=teacher)
    enrol(edition, school, "3A", by=teacher)
    services.cancel_enrolment(enrolment=waiting, by=teacher)
    assert states(edition) == {"1A": "confirmed", "2A": "cancelled", "3A": "waiting"}


def test_more_places_call_in_those_who_wait(school: School, teacher: User, office: User) -> None:
    edition = make_edition(places=1)
    for label in ("1A", "2A", "3A"):
        enrol(edition, school, label, by=teacher)
    edition.places = 2
    save_edition(edition=edition, by=office)
    assert states(edition) == {"1A": "confirmed", "2A": "confirmed", "3A": "waiting"}


def test_a_confirmed_class_never_loses_its_place_to_a_correction(
    school: School, teacher: User, office: User
) -> None:
    edition = make_edition(places=2)
    enrol(edition, school, "1A", by=teacher)
    enrol(edition, school, "2A", by=teacher)
    edition.places = 1
    with pytest.raises(FewerPlacesThanClasses):
        save_edition(edition=edition, by=office)
    edition.refresh_from_db()
    assert edition.places == 2


@pytest.mark.parametrize("again", ["3A", "3 a", " 3a "])
def test_a_class_is_signed_up_once_however_it_is_written(again: str, school: School, teacher: User) -> None:
    edition = make_edition()
    enrol(edition, school, "3A", by=teacher)
    with pytest.raises(services.EnrolmentRefused) as refusal:
        enrol(edition, school, again, by=teacher)
    assert refusal.value.code == "duplicate"
    with pytest.raises(IntegrityError), transaction.atomic():
        Enrolment.objects.create(
            edition=edition,
            school=school,
            class_label="3A",
            class_key="3a",
            grade=3,
            pupils=20,
            state=EnrolmentState.CONFIRMED,
            created_at=timezone.now(),
            settled_at=timezone.now(),
        )


def test_a_cancelled_class_can_be_signed_up_again_after_those_who_wait(school: School, teacher: User) -> None:
    edition = make_edition(places=1)
    first = enrol(edition, school, "1A", by=teacher)
    enrol(edition, school, "2A", by=teacher)
    services.cancel_enrolment(enrolment=first, by=teacher)
    back = enrol(edition, school, "1A", by=teacher)
    assert back.state == EnrolmentState.WAITING
    with pytest.raises(StepRefused):
        services.cancel_enrolment(enrolment=first, by=teacher)


@pytest.mark.parametrize(("opens", "closes", "code"), [(-2, -1, "closed"), (1, 2, "not_open")])
def test_the_databases_clock_decides_the_window(
    opens: int, closes: int, code: str, school: School, teacher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The web machine's clock is wrong on purpose: it changes nothing."""
    now = timezone.now()
    edition = make_edition(opens_at=now + timedelta(minutes=opens), closes_at=now + timedelta(minutes=closes))
    wrong = now + timedelta(minutes=(opens + closes) / 2)
    monkeypatch.setattr(timezone, "now", lambda: wrong)
    with pytest.raises(services.EnrolmentRefused) as refusal:
        enrol(edition, school, "3A", by=teacher)
    assert refusal.value.code == code
    assert not Enrolment.objects.exists()


def test_a_draft_edition_takes_nobody(school: School, teacher: User) -> None:
    edition = make_edition(opens_at=None, closes_at=None)
    with pytest.raises(services.EnrolmentRefused):
        enrol(edition, school, "3A", by=teacher)


def test_a_project_takes_only_its_orders_and_grades(teacher: User, school: School) -> None:
    edition = make_edition(project=make_project(order=SchoolOrder.PRIMARY, grades=(4, 5)))
    with pytest.raises(services.EnrolmentRefused) as refusal:
        enrol(edition, school, "3A", by=teacher, grade=3)
    assert refusal.value.code == "grade"
    nursery = make_school(SchoolOrder.NURSERY)
    with pytest.raises(services.EnrolmentRefused) as refusal:
        enrol(edition, nursery, "Api", by=make_teacher(nursery), grade=4)
    assert refusal.value.code == "order"


def test_one_school_cannot_take_all_places(school: School, teacher: User) -> None:
    edition = make_edition(places=5, school_cap=2)
    enrol(edition, school, "1A", by=teacher)
    cancelled = enrol(edition, school, "2A", by=teacher)
    with pytest.raises(services.EnrolmentRefused) as refusal:
        enrol(edition, school, "3A", by=teacher)
    assert refusal.value.code == "cap"
    other = make_school()
    enrol(edition, other, "3A", by=make_teacher(other))
    services.cancel_enrolment(enrolment=cancelled, by=teacher)
    enrol(edition, school, "3A", by=teacher)


def test_only_people_of_the_school_or_the_office_act_for_it(
    school: School, teacher: User, office: User
) -> None:
    edition = make_edition()
    stranger = make_teacher(make_school())
    with pytest.raises(PermissionDenied):
        enrol(edition, school, "3A", by=stranger)
    mine = enrol(edition, school, "3A", by=teacher)
    with pytest.raises(PermissionDenied):
        services.cancel_enrolment(enrolment=mine, by=stranger)
    SchoolContact.objects.update(status=ContactStatus.REVOKED)
    with pytest.raises(PermissionDenied):
        enrol(edition, school, "4A", by=teacher)
    services.cancel_enrolment(enrolment=mine, by=office)


@pytest.mark.parametrize(("places", "words"), [(1, "Il posto è confermato"), (0, "lista d’attesa")])
def test_the_teacher_is_told_by_mail_how_it_went(
    places: int, words: str, school: School, teacher: User, django_capture_on_commit_callbacks: Any
) -> None:
    edition = make_edition(places=1)
    if not places:
        enrol(edition, school, "1B", by=teacher)
    with django_capture_on_commit_callbacks(execute=True):
        enrolment = enrol(edition, school, "3A", by=teacher)
    message = outbox.outbox[-1]
    assert message.to == [teacher.email]
    assert words in message.body
    assert f"/area-riservata/adesioni/{enrolment.pk}/" in message.body
    assert "3A" in message.subject


def test_every_step_is_written_in_the_audit_trail(school: School, teacher: User) -> None:
    edition = make_edition(places=1)
    first = enrol(edition, school, "1A", by=teacher)
    enrol(edition, school, "2A", by=teacher)
    services.cancel_enrolment(enrolment=first, by=teacher)
    actions = list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))
    assert actions == [
        "campaigns.enrolment.created",
        "campaigns.enrolment.created",
        "campaigns.enrolment.cancelled",
        "campaigns.enrolment.promoted",
    ]
