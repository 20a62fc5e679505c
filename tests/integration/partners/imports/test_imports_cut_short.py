"""A writing that a worker or a person stops: nothing is lost, nothing is counted twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from partners.organisations.models import Organisation
from tests.integration.partners.imports.steps import Press, body, checked, step, table, words
from vicinia.core.audit.models import AuditEntry
from vicinia.core.imports.runs.enums import RunState
from vicinia.core.imports.runs.models import ImportRun
from vicinia.core.imports.runs.tasks import forget_import_files, write_file
from vicinia.core.tasks import stopping

pytestmark = pytest.mark.django_db


@pytest.fixture
def interrupted(press: Press, client: Client, monkeypatch: pytest.MonkeyPatch) -> Iterator[ImportRun]:
    """Five good rows being written two at a time, whose worker was told to end after the first two."""
    monkeypatch.setattr("vicinia.core.imports.engine.CHUNK", 2)
    run = checked(press, table(*(body(number) for number in range(1, 6))))
    client.post(step(run, "confirm/"), {"choice": "good"})
    run.refresh_from_db()
    stopping.request()
    with pytest.raises(stopping.WorkInterrupted):
        write_file.func(run.pk, str(run.progress_id))
    stopping.withdraw()
    assert Organisation.objects.count() == 2
    yield run
    stopping.withdraw()


def test_a_writing_cut_short_goes_on_from_its_last_chunk_and_counts_each_row_once(
    interrupted: ImportRun,
) -> None:
    for _time in range(2):
        write_file.func(interrupted.pk, str(interrupted.progress_id))
    interrupted.refresh_from_db()
    assert (interrupted.state, interrupted.created, interrupted.unchanged) == (RunState.DONE, 5, 0)
    assert Organisation.objects.count() == 5
    assert AuditEntry.objects.filter(action="core.import_run.imported").count() == 1


def test_cancelling_between_two_chunks_keeps_what_is_written_and_checking_again_completes_it(
    interrupted: ImportRun, press: Press
) -> None:
    page = words(press(step(interrupted, "cancel/")))
    assert "le righe già scritte restano" in page
    write_file.func(interrupted.pk, str(interrupted.progress_id))
    interrupted.refresh_from_db()
    assert (interrupted.state, interrupted.created) == (RunState.CANCELLED, 2)
    assert Organisation.objects.count() == 2
    press(step(interrupted, "again/"))
    press(step(interrupted, "confirm/"), choice="good")
    interrupted.refresh_from_db()
    assert (interrupted.state, interrupted.created, interrupted.unchanged) == (RunState.DONE, 3, 2)


def test_all_or_none_is_not_cancelled_once_its_writing_has_begun(client: Client, press: Press) -> None:
    run = checked(press, table(body(1)))
    client.post(step(run, "confirm/"), {"choice": "all"})
    page = words(press(step(run, "cancel/")))
    assert "la scrittura è cominciata e arriva fino in fondo" in page
    run.refresh_from_db()
    write_file.func(run.pk, str(run.progress_id))
    assert Organisation.objects.count() == 1


def test_the_files_of_an_old_import_are_deleted_and_its_counts_stay(
    client: Client, press: Press, django_capture_on_commit_callbacks: Any
) -> None:
    old, recent = (checked(press, table(body(number), ("", "Senza codice", "", ""))) for number in (1, 2))
    ImportRun.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=91))
    assert old.file
    storage, name = old.file.file.storage, old.file.file.name
    for forgotten in (1, 0):
        with django_capture_on_commit_callbacks(execute=True):
            assert forget_import_files.func() == forgotten
    assert not storage.exists(name)
    page = words(client.get(step(old)).content.decode())
    assert "1 riga nuova" in page
    assert client.get(step(old, "file/")).status_code == 404
    assert client.get(step(recent, "file/")).getvalue()
