"""Two officials decide at the same moment: a school goes on once, as one school."""

from __future__ import annotations

from functools import partial

from partners.schools.succession.models import SchoolSuccession
from partners.schools.succession.services import SuccessionRefused, confirm_succession, propose_successions
from tests.factories.partners import SchoolFactory
from tests.integration.partners.test_school_succession import official, pair
from tests.support.races import run_together
from vicinia.core.audit.models import AuditEntry
from vicinia.core.state import StepRefused


def test_two_officials_who_confirm_together_move_once(race_database: None) -> None:
    succession = pair()
    people = [official(), official()]
    results = run_together([partial(confirm_succession, succession=succession, by=by) for by in people])
    assert sum(isinstance(result, SchoolSuccession) for result in results) == 1
    assert sum(isinstance(result, StepRefused) for result in results) == 1
    assert AuditEntry.objects.filter(action="partners.succession.confirmed").count() == 1


def test_two_officials_who_choose_differently_leave_one_school_to_go_on(race_database: None) -> None:
    first, people = pair(), [official(), official()]
    SchoolFactory(name="Le Mura", address="Via delle Mura 9")
    propose_successions()
    second = SchoolSuccession.objects.exclude(pk=first.pk).get()
    results = run_together(
        [
            partial(confirm_succession, succession=each, by=by)
            for each, by in zip((first, second), people, strict=True)
        ]
    )
    assert sum(isinstance(result, SchoolSuccession) for result in results) == 1
    assert sum(isinstance(result, SuccessionRefused) for result in results) == 1
