"""Two people of the office issue the same certificates, a class is cancelled or a teacher deleted meanwhile.

Seen to fail first, on PostgreSQL with real threads (each lock put back afterwards):
- `hold_person` and `lock_edition` taken off `services._hold`: both people find no certificate, and one of
  them ends with IntegrityError on `campaigns_certificate_one_counts`;
- `lock_edition` alone: a class that is certified is cancelled at the same time;
- `hold_person` alone: the certificate of a person who is being deleted keeps their name.
"""

from __future__ import annotations

from functools import partial

import pytest
from django.db import transaction

from campaigns.erasure import erase
from campaigns.projects.certificates.models import Certificate
from campaigns.projects.certificates.services import Issuing, issue_certificate, issue_certificates
from campaigns.projects.enrolments.services import cancel_enrolment
from tests.factories.accounts import UserFactory
from tests.factories.projects import make_school, make_teacher, took_part
from tests.support.races import run_overlapping, run_together
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.accounts.services import hold_person
from vicinia.core.state import StepRefused

pytestmark = pytest.mark.race
CLASSES = 4


@pytest.mark.sqlite
def test_two_people_who_issue_together_give_each_class_one_number_and_leave_no_gap(
    race_database: None,
) -> None:
    school = make_school()
    teacher = make_teacher(school)
    classes = [took_part(school, by=teacher, label=f"{number}A") for number in range(1, CLASSES + 1)]
    officials = [UserFactory(role=Role.SCHOOLS_OFFICE) for _number in range(2)]
    results = run_together([partial(issue_certificates, enrolments=classes, by=by) for by in officials])
    assert all(isinstance(result, Issuing) for result in results), results
    assert sum(len(result.certificates) for result in results) == CLASSES
    assert sum(len(result.left_out) for result in results) == CLASSES
    numbers = Certificate.objects.values_list("register_number", flat=True)
    assert sorted(numbers) == list(range(1, CLASSES + 1))


def test_a_class_is_either_certified_or_cancelled(race_database: None) -> None:
    school = make_school()
    enrolment = took_part(school, by=make_teacher(school))
    official: User = UserFactory(role=Role.SCHOOLS_OFFICE)
    certify, cancel = run_overlapping(
        partial(issue_certificate, enrolment=enrolment, by=official),
        partial(cancel_enrolment, enrolment=enrolment, by=official),
    )
    assert isinstance(certify, Certificate)
    assert isinstance(cancel, StepRefused)


def test_a_teacher_deleted_meanwhile_is_named_by_no_certificate(race_database: None) -> None:
    school = make_school()
    teacher = make_teacher(school)
    enrolment = took_part(school, by=teacher)
    official: User = UserFactory(role=Role.SCHOOLS_OFFICE)

    def delete() -> None:
        with transaction.atomic():
            erase(hold_person(teacher))

    results = run_overlapping(partial(issue_certificate, enrolment=enrolment, by=official), delete)
    assert not [each for each in results if isinstance(each, Exception)]
    assert list(Certificate.objects.values_list("holder", "holder_name")) == [(None, "")]
