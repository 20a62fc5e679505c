"""The office rejects a document while it is being sent: the one that has it first decides.

Without the lock of `hold_versions` the sending would read the version as it was before, and go out.
"""

from __future__ import annotations

import threading
from functools import partial

import pytest
from django.db import connection, transaction

from calls.applications.file_services import take_from_dossier
from calls.applications.models import Application
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
from tests.support.races import run_together
from vicinia.accounts.models import User

pytestmark = pytest.mark.race


def somebody_waits() -> bool:
    """Whether a transaction of this server waits for another's row."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return bool(cursor.fetchone()[0])


def test_a_document_whose_rejection_is_being_written_is_not_sent(race_database: None) -> None:
    body, by = association(), official()
    version = approved(body)
    application = answered_application(call_with_insurance(), body)
    take_from_dossier(application=application, key="assicurazione", by=representative(body))
    written, ended = threading.Event(), threading.Event()

    def reject(version: DossierVersion, by: User) -> None:
        with transaction.atomic():
            reject_version(version=version, reason="È di un altro ente.", by=by)
            written.set()
            # The rejection is committed once the sending waits for it, or has gone past it.
            while not (ended.is_set() or somebody_waits()):
                ended.wait(0.01)

    def send(application: Application, by: User) -> Application:
        written.wait(30)
        try:
            return submit_application(application=application, by=by)
        finally:
            ended.set()

    results = run_together([partial(reject, version, by), partial(send, application, representative(body))])
    assert results[0] is None, results
    assert isinstance(results[1], NotComplete), results
    application.refresh_from_db()
    assert application.is_draft
