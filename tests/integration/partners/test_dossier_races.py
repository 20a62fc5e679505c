"""Two clicks on the same button, two schedulers at the same hour."""

from __future__ import annotations

from functools import partial

import pytest

from partners.dossier.catalogue import CATALOGUE
from partners.dossier.enums import DocumentType
from partners.dossier.models import DossierVersion
from partners.dossier.reminders import remind
from partners.dossier.services import AlreadyUploaded, Details, upload_version
from tests.factories.calls import association
from tests.factories.documents import pdf_bytes, upload
from tests.factories.dossiers import approved, in_days
from tests.support.races import run_together
from vicinia.core.clock import database_day
from vicinia.core.files.models import StoredFile

pytestmark = [pytest.mark.race, pytest.mark.sqlite]


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


def test_two_schedulers_together_tell_a_body_once(race_database: None) -> None:
    """Without the lock of `remind` each of them would tell it."""
    body = association()
    approved(body, expires_on=in_days(20))
    results = run_together([partial(remind, organisation=body, today=database_day())] * 4)
    assert sorted(len(result) for result in results) == [0, 0, 0, 1], results
