"""Two clicks on the same button, two schedulers at the same hour, the body and the office together.

Each was seen to fail without its lock: `hold_document` (the second DURC takes the number of the first one:
IntegrityError instead of a sentence), `select_for_update` on the versions that wait in `upload_version` (what
the office has just approved is written over as replaced: the check of the database refuses it),
`hold_versions` (a version that was replaced is approved).
"""

from __future__ import annotations

from functools import partial

import pytest
from django.core.exceptions import ValidationError

from partners.dossier.catalogue import CATALOGUE
from partners.dossier.details import Details
from partners.dossier.durc import record_durc
from partners.dossier.enums import CheckStatus, DocumentType, DurcOutcome
from partners.dossier.models import DossierVersion
from partners.dossier.reminders import remind
from partners.dossier.services import AlreadyUploaded, approve_version, upload_version
from tests.factories.accounts import UserFactory
from tests.factories.calls import association
from tests.factories.documents import pdf_bytes, upload
from tests.factories.dossiers import approved, in_days, uploaded
from tests.support.races import run_overlapping, run_together
from vicinia.accounts.roles import Role
from vicinia.core.clock import database_day
from vicinia.core.files.models import StoredFile
from vicinia.core.state import StepRefused

pytestmark = pytest.mark.race


@pytest.mark.sqlite
def test_a_double_click_adds_one_version(race_database: None) -> None:
    """Without the lock of `hold_document` two would take the same number."""
    body, content = association(), pdf_bytes(pages=2)
    by, details = body.members.order_by("pk")[0], Details(expires_on=in_days(100))
    results = run_together(
        [
            partial(
                upload_version,
                organisation=body,
                kind=CATALOGUE[DocumentType.INSURANCE],
                details=details,
                by=by,
                upload=upload(content),
            )
            for _click in range(4)
        ]
    )
    assert sum(isinstance(result, DossierVersion) for result in results) == 1, results
    assert sum(isinstance(result, AlreadyUploaded) for result in results) == 3, results
    assert (DossierVersion.objects.count(), StoredFile.objects.count()) == (1, 1)


@pytest.mark.sqlite
def test_two_schedulers_together_tell_a_body_once(race_database: None) -> None:
    """Without the lock of `remind` each of them would tell it."""
    body = association()
    approved(body, expires_on=in_days(20))
    results = run_together([partial(remind, organisation=body, today=database_day())] * 4)
    assert sorted(len(result) for result in results) == [0, 0, 0, 1], results


def test_what_the_office_decides_while_the_body_replaces_it_is_decided_once(race_database: None) -> None:
    body, office = association(), UserFactory(role=Role.CALLS_OFFICE)
    first = uploaded(body)
    results = run_overlapping(
        partial(approve_version, version=first, by=office),
        partial(uploaded, body),
    )
    second = results[1]
    assert isinstance(second, DossierVersion), results
    first.refresh_from_db()
    assert (first.status, second.status) == (CheckStatus.VALID, CheckStatus.TO_CHECK)
    # The other way round: who decides finds it replaced.
    results = run_overlapping(
        partial(uploaded, body),
        partial(approve_version, version=second, by=office),
    )
    assert isinstance(results[1], StepRefused), results
    second.refresh_from_db()
    assert second.status == CheckStatus.REPLACED


def test_a_durc_recorded_by_two_of_the_office_together_is_there_once(race_database: None) -> None:
    body, office = association(), UserFactory(role=Role.CALLS_OFFICE)
    record = partial(
        record_durc, organisation=body, requested_on=database_day(), outcome=DurcOutcome.REGULAR, by=office
    )
    # Before the first one there is no row to hold: there the database's index decides.
    for protocol in ("INPS_4471902", "INPS_4471903"):
        press = partial(record, protocol=protocol)
        recorded, refused = run_overlapping(press, press)
        assert isinstance(recorded, DossierVersion), recorded
        assert isinstance(refused, ValidationError), refused
    assert DossierVersion.objects.count() == 2
