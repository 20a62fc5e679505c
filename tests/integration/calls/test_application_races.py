"""Many people at once: numbers without gaps, one application each, one number for a double click.

Seen to fail first, on PostgreSQL with real threads (each lock put back afterwards):
- `select_for_update()` taken off the counter's row in `take_number`: threads read the same last number
  and end with IntegrityError on `calls_application_number_once`;
- `select_for_update()` taken off `services.lock`: the double click gives the same application several
  numbers, each over the one before.
"""

from functools import partial

import pytest

from calls.applications.models import Application
from calls.applications.services import start_application, submit_application
from tests.factories.calls import association, complete_application, published_call, representative
from tests.support.races import run_together
from vicinia.core.registers.models import RegisterCounter

pytestmark = [pytest.mark.race, pytest.mark.sqlite]

TOGETHER = 12


def sending(application):
    """The sending of one application by its own representative."""
    return partial(submit_application, application=application, by=representative(application.organisation))


def test_numbers_given_together_have_neither_gaps_nor_doubles(race_database):
    call = published_call()
    ready = [complete_application(call) for _count in range(TOGETHER)]
    results = run_together(
        [
            partial(submit_application, application=each, by=representative(each.organisation))
            for each in ready
        ]
    )
    assert all(isinstance(result, Application) for result in results), results
    assert sorted(result.register_number for result in results) == list(range(1, TOGETHER + 1))
    assert RegisterCounter.objects.get(register="applications").last == TOGETHER


def test_a_double_click_gives_one_number(race_database):
    application = complete_application()
    by = representative(application.organisation)
    results = run_together([partial(submit_application, application=application, by=by)] * 6)
    assert all(isinstance(result, Application) for result in results), results
    assert {(result.code, result.sha256) for result in results} == {(results[0].code, results[0].sha256)}
    assert RegisterCounter.objects.get(register="applications").last == 1


def test_two_members_starting_together_share_one_application(race_database):
    call, body = published_call(), association()
    by = representative(body)
    results = run_together([partial(start_application, call=call, organisation=body, by=by)] * 6)
    assert all(isinstance(result, Application) for result in results), results
    assert len({result.pk for result in results}) == 1
    assert Application.objects.count() == 1
