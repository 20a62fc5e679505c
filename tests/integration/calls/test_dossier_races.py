"""The office rejects a document while it is being sent: the one that has it first decides.

Without the lock of `hold_versions` the sending would read the version as it was before, and go out.
"""

from __future__ import annotations

from functools import partial

import pytest

from calls.applications.file_services import take_from_dossier
from calls.applications.refusals import NoMandate, NotComplete
from calls.applications.services import submit_application
from partners.dossier.enums import DocumentType
from partners.dossier.models import DossierVersion
from partners.dossier.services import reject_version
from partners.memberships.services import give_mandate
from partners.organisations.enums import MemberRole
from tests.factories.calls import (
    answered_application,
    association,
    call_with_insurance,
    complete_application,
    official,
    representative,
)
from tests.factories.dossiers import approved, in_days
from tests.factories.partners import MembershipFactory
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


@pytest.mark.parametrize("case", ["taken back", "rejected"])
def test_a_mandate_that_is_being_taken_away_sends_nothing(race_database: None, case: str) -> None:
    body, by = association(), official()
    mandate = approved(body, DocumentType.MANDATE, expires_on=in_days(90))
    application = complete_application(organisation=body)
    delegate = MembershipFactory(organisation=body, role=MemberRole.EDITOR)
    give_mandate(membership=delegate, mandate=mandate, by=representative(body))
    away = {
        "taken back": partial(give_mandate, membership=delegate, mandate=None, by=representative(body)),
        "rejected": partial(reject_version, version=mandate, reason="Non è valida.", by=by),
    }
    results = run_overlapping(
        away[case], partial(submit_application, application=application, by=delegate.user)
    )
    assert isinstance(results[1], NoMandate), results
    application.refresh_from_db()
    assert application.is_draft
