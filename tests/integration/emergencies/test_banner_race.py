"""Two people of the office raise a notice at the same moment."""

from __future__ import annotations

from functools import partial

import pytest

from tests.factories.accounts import UserFactory
from tests.support.races import run_together
from vicinia.core.audit.models import AuditEntry
from vicinia.emergencies.banners.services import raise_banner
from vicinia.emergencies.models import Banner


@pytest.mark.sqlite
@pytest.mark.parametrize("before", [0, 1], ids=["none was up", "one was up"])
def test_both_notices_are_raised_one_after_the_other_and_one_stays(race_database: None, before: int) -> None:
    people = [UserFactory() for _number in range(4)]
    for person in people[:before]:
        raise_banner(by=person, title="Prima")
    results = run_together([partial(raise_banner, by=person, title=person.email) for person in people])
    assert [result for result in results if not isinstance(result, Banner)] == []
    assert Banner.objects.filter(is_raised=True).count() == 1
    actions = list(AuditEntry.objects.values_list("action", flat=True))
    assert actions.count("emergencies.banner.raised") == 4 + before
    assert actions.count("emergencies.banner.closed") == 3 + before
