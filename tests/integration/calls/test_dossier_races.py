"""The office rejects a document while it is being sent: the one that has it first decides.

Without the lock of `hold_versions` the sending would read the version as it was before, and go out.
"""

from __future__ import annotations

from functools import partial

import pytest

from calls.applications.file_services import take_from_dossier
from calls.applications.refusals import NotComplete
from calls.applications.services import submit_application
from partners.dossier.models import DossierVersion
from partners.dossier.services import reject_version
from tests.factories.calls import (
    answered_application,
    association,
    call_with_insurance,
    official,
    representative,
)
from tests.factories.dossiers import approved
from tests.support.races import run_overlapping

pytestmark = pytest.mark.race


def test_a_document_whose_rejection_is_being_written_is_not_sent(race_database: None) -> None:
    body, by = association(), official()
    version = approved(body)
    application = answered_application(call_with_insurance(), body)
    take_from_dossier(application=application, key="assicurazione", by=representative(body))
    results = run_overlapping(
        partial(reject_version, version=version, reason="È di un altro ente.", by=by),
        partial(submit_application, application=application, by=representative(body)),
    )
    assert isinstance(results[0], DossierVersion), results
    assert isinstance(results[1], NotComplete), results
    application.refresh_from_db()
    assert application.is_draft
