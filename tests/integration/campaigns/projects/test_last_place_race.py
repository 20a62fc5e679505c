"""Twenty classes for the last place at the very same instant: exactly one gets it."""

import threading
from functools import partial

import pytest

from campaigns.projects.catalogue.models import Edition
from campaigns.projects.enrolments import services
from campaigns.projects.enrolments.enums import EnrolmentState
from campaigns.projects.enrolments.models import Enrolment
from partners.schools.models import School
from tests.factories.projects import enrol, make_edition, make_school, make_teacher
from tests.support.races import run_together
from vicinia.accounts.models import User

CLASSES = 20


def contenders() -> list[tuple[School, User]]:
    return [(school, make_teacher(school)) for school in (make_school() for _number in range(CLASSES))]


def sign_up_together(edition: Edition) -> list[object]:
    return run_together(
        [partial(enrol, edition, school, "3A", by=teacher) for school, teacher in contenders()]
    )


@pytest.mark.sqlite
def test_the_last_place_goes_to_exactly_one_of_twenty(race_database: None) -> None:
    edition = make_edition(places=1)
    results = sign_up_together(edition)
    assert all(isinstance(result, Enrolment) for result in results), results
    assert edition.enrolments.filter(state=EnrolmentState.CONFIRMED).count() == 1
    positions = edition.enrolments.filter(state=EnrolmentState.WAITING).values_list("position", flat=True)
    assert sorted(position for position in positions if position) == list(range(1, CLASSES))


def test_without_the_lock_the_same_twenty_overbook(
    race_database: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The proof that the test above can fail: each reads the free place before any of them takes it."""
    edition = make_edition(places=1)
    all_have_read = threading.Barrier(CLASSES)
    real = services.places_left

    def read_then_wait(of: Edition) -> int:
        left = real(of)
        all_have_read.wait(30)
        return left

    monkeypatch.setattr(services, "lock_edition", lambda pk: Edition.objects.get(pk=pk))
    monkeypatch.setattr(services, "places_left", read_then_wait)
    sign_up_together(edition)
    assert edition.enrolments.filter(state=EnrolmentState.CONFIRMED).count() == CLASSES


@pytest.mark.sqlite
def test_two_cancellations_at_once_promote_two_different_classes(race_database: None) -> None:
    edition = make_edition(places=2)
    taken = [enrol(edition, school, "3A", by=teacher) for school, teacher in contenders()]
    confirmed = [row for row in taken if row.state == EnrolmentState.CONFIRMED]
    run_together(
        [partial(services.cancel_enrolment, enrolment=row, by=row.teacher) for row in confirmed]  # type: ignore[arg-type]
    )
    now_in = list(edition.enrolments.filter(state=EnrolmentState.CONFIRMED).order_by("pk"))
    assert [row.pk for row in now_in] == [taken[2].pk, taken[3].pk]


@pytest.mark.sqlite
def test_the_same_class_sent_twice_at_once_is_signed_up_once(race_database: None) -> None:
    edition = make_edition(places=9)
    school = make_school()
    teacher = make_teacher(school)
    results = run_together([partial(enrol, edition, school, "3A", by=teacher) for _time in range(5)])
    assert sum(isinstance(result, Enrolment) for result in results) == 1
    assert sum(isinstance(result, services.EnrolmentRefused) for result in results) == 4
