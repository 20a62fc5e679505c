"""The schools office loads the registry from its screens; many closures are accepted by a person first."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from partners.schools.models import School
from partners.schools.registry.importable import REGISTRIES
from partners.schools.registry.models import SchoolImport
from partners.schools.registry.report import changes_of_load
from partners.schools.registry.services import check_schools, import_schools
from tests.integration.partners.imports.steps import Press, step, words
from tests.integration.partners.registry_files import STATE, text_of, write
from tests.support.editing import office
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry
from vicinia.core.imports.runs.enums import RunState
from vicinia.core.imports.runs.models import ImportRun
from vicinia.core.imports.runs.tasks import write_file
from vicinia.core.tasks import stopping

pytestmark = pytest.mark.django_db
NEXT_YEAR = text_of().replace("202526", "202627").replace(",LE MURA,", ",ELSA MORANTE,")


@pytest.fixture
def client() -> Client:
    """A person of the schools office."""
    return office(Role.SCHOOLS_OFFICE)


def sent(press: Press, text: str) -> ImportRun:
    """Send a registry, take the columns as they are proposed, have it checked."""
    file = SimpleUploadedFile("scuole.csv", text.encode())
    press("/cms/importazioni/new/partners.schools/", file=file, complete="1")
    run = ImportRun.objects.latest("pk")
    header = text.split("\r\n")[0].split(",")
    mapping = {
        f"column_{number}": column.name
        for number, column in enumerate(REGISTRIES.columns)
        if column.name in header
    }
    press(step(run, "columns/"), **mapping)
    run.refresh_from_db()
    return run


def without(*codes: str) -> str:
    """Next year's file without some schools."""
    return "\r\n".join(
        line for line in NEXT_YEAR.split("\r\n") if not any(f",{code}," in line for code in codes)
    )


@pytest.mark.sqlite
def test_a_registry_is_looked_at_loaded_reported_and_a_second_time_changes_nothing(
    client: Client, press: Press
) -> None:
    first = sent(press, text_of())
    assert (first.state, first.created, first.refused, first.message) == (RunState.CHECKED, 6, 0, "")
    assert not School.objects.exists()
    press(step(first, "confirm/"), choice="all")
    assert School.objects.count() == 6
    second = sent(press, without("MLMM801016"))
    assert (second.created, second.changed, second.caution) == (0, 6, "")
    page = words(client.get(step(second, "differences/")).content.decode())
    assert "Nome: LE MURA → diventa ELSA MORANTE" in page
    assert "In uso: sì → diventa no" in page
    press(step(second, "confirm/"), choice="all")
    second.refresh_from_db()
    assert (second.state, second.changed) == (RunState.DONE, 6)
    assert not School.objects.get(code="MLMM801016").is_active
    load = SchoolImport.objects.latest("pk")
    assert (load.closed, load.file_name, load.by) == (1, "scuole.csv", second.by)
    assert {change.code for change in changes_of_load(load)} == {"MLMM801016", "MLEE801017"}
    again = sent(press, without("MLMM801016"))
    assert (again.state, again.created, again.changed) == (RunState.DONE, 0, 0), "nothing to confirm"
    assert SchoolImport.objects.count() == 2


def test_many_closures_are_accepted_before_anything_is_written(
    client: Client, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("partners.schools.registry.services.FEW_CLOSED", 2)
    import_schools(path=STATE, by=None)
    run = sent(press, "\r\n".join(NEXT_YEAR.split("\r\n")[:3]))
    assert run.state == RunState.CHECKED
    page = words(client.get(step(run)).content.decode())
    assert "mancano 4 delle 6 scuole" in page
    refused = words(press(step(run, "confirm/"), choice="all"))
    assert "giusto così" in refused
    assert School.objects.active().count() == 6
    press(step(run, "confirm/"), choice="all", is_accepted="on")
    assert School.objects.active().count() == 2
    started = AuditEntry.objects.get(action="core.import_run.started")
    assert "4" in started.data["accepted"]


def test_closures_that_nobody_has_seen_write_nothing(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    import_schools(path=STATE, by=None)
    run = sent(press, "\r\n".join(NEXT_YEAR.split("\r\n")[:3]))
    assert run.caution == ""
    monkeypatch.setattr("partners.schools.registry.services.FEW_CLOSED", 2)
    press(step(run, "confirm/"), choice="good")
    run.refresh_from_db()
    assert run.state == RunState.FAILED
    assert School.objects.active().count() == 6


def test_a_file_of_last_year_or_of_something_else_says_so(press: Press, client: Client) -> None:
    press_next = sent(press, NEXT_YEAR)
    press(step(press_next, "confirm/"), choice="all")
    old = sent(press, text_of())
    assert (old.state, "2026/27" in old.message) == (RunState.FAILED, True)


def test_a_load_cut_short_goes_on_and_counts_each_school_once(
    press: Press, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("partners.schools.registry.writing.CHUNK", 2)
    run = sent(press, text_of())
    client.post(step(run, "confirm/"), {"choice": "good"})
    run.refresh_from_db()
    stopping.request()
    try:
        with pytest.raises(stopping.WorkInterrupted):
            write_file.func(run.pk, str(run.progress_id))
    finally:
        stopping.withdraw()
    assert School.objects.count() == 2
    for _time in range(2):
        write_file.func(run.pk, str(run.progress_id))
    run.refresh_from_db()
    assert (run.state, run.created, run.changed, run.unchanged) == (RunState.DONE, 6, 0, 0)
    assert (School.objects.count(), SchoolImport.objects.count()) == (6, 1)


def test_a_load_cancelled_halfway_and_taken_up_again_reports_the_whole_of_it(
    press: Press, client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import_schools(path=STATE, by=None)
    wanted = sorted(check_schools(path=write(tmp_path / "a.csv", without("MLMM801016"))).changes)
    monkeypatch.setattr("partners.schools.registry.writing.CHUNK", 1)
    run = sent(press, without("MLMM801016"))
    client.post(step(run, "confirm/"), {"choice": "good"})
    run.refresh_from_db()
    stopping.request()
    try:
        with pytest.raises(stopping.WorkInterrupted):
            write_file.func(run.pk, str(run.progress_id))
    finally:
        stopping.withdraw()
    press(step(run, "cancel/"))
    press(step(run, "again/"))
    press(step(run, "confirm/"), choice="all")
    run.refresh_from_db()
    load = SchoolImport.objects.latest("pk")
    assert (run.state, load.state, load.changed, load.closed) == (RunState.DONE, "done", 5, 1)
    assert sorted(changes_of_load(load)) == wanted
    assert SchoolImport.objects.count() == 2


def test_a_load_that_stopped_just_before_its_end_is_whole_once_the_file_is_looked_at_again(
    press: Press, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_args: object, **_options: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("partners.schools.registry.loads.finish", killed)
        with pytest.raises(KeyboardInterrupt):
            import_schools(path=STATE, by=None)
    load = SchoolImport.objects.get()
    assert load.state == "open"
    assert sent(press, text_of()).state == RunState.DONE, "nothing to confirm"
    load.refresh_from_db()
    assert (load.state, load.created, load.unchanged) == ("done", 6, 0)
