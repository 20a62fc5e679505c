"""The ministry's registry comes in whole, and coming again it changes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partners.schools.enums import Registry, SchoolOrder
from partners.schools.events import SchoolsImported
from partners.schools.models import Institute, School
from partners.schools.registry import writing
from partners.schools.registry.enums import LoadState
from partners.schools.registry.models import SchoolImport
from partners.schools.registry.services import ImportReport, import_schools
from tests.factories.partners import SchoolFactory
from tests.integration.partners.registry_files import (
    AUTONOMOUS,
    PACKERS,
    PRIVATE,
    STATE,
    packed,
    text_of,
    write,
)
from vicinia.core import events
from vicinia.core.audit.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def load(path: Path = STATE) -> ImportReport:
    return import_schools(path=path, by=None)


def counts(report: ImportReport) -> tuple[int, int, int]:
    return report.load.created, report.load.changed, report.load.unchanged


def test_every_row_becomes_a_school_of_its_institute() -> None:
    report = load()
    assert counts(report) == (6, 0, 0)
    assert report.problems == ()
    school = School.objects.select_related("institute").get(code="MLEE801017")
    assert (school.name, school.order) == ("LE MURA", SchoolOrder.PRIMARY)
    assert (school.address, school.postcode) == ("VIA DELLE MURA, 9", "99048")
    assert school.registry == Registry.STATE
    assert school.website == "https://www.fontalbacentro.example/"
    assert school.is_active
    assert school.institute is not None
    assert school.institute.name == 'IC "FONTALBA CENTRO"'
    assert school.institute.pec == "mlic801005@pec.istruzione.example"
    assert school.institute.is_aggregator
    assert Institute.objects.count() == 3
    assert School.objects.get(code="MLPS010009").institute is not None


def test_the_second_time_nothing_is_written_but_the_note_of_the_load() -> None:
    load()
    before = list(School.objects.order_by("pk").values())
    with CaptureQueriesContext(
        connection,
    ) as queries:
        report = load()
    assert counts(report) == (0, 0, 6)
    assert list(School.objects.order_by("pk").values()) == before
    written = [
        query["sql"]
        for query in queries
        if query["sql"].startswith(("INSERT", "UPDATE", "DELETE", "CREATE", "COPY"))
    ]
    # The load as it begins and as it ends, and the trail.
    assert len(written) == 3, written
    assert all("partners_schoolimport" in sql or "core_auditentry" in sql for sql in written)


def test_one_changed_row_is_one_written_row(tmp_path: Path) -> None:
    load()
    School.objects.filter(code="MLMM801016").update(is_active=False)
    changed = text_of().replace("SMS ARENGO", "SMS ARENGO NUOVA").replace("BORGO ROVELLA", "ROVELLA")
    report = load(write(tmp_path / "nuovo.csv", changed))
    assert counts(report) == (0, 1, 5)
    school = School.objects.get(code="MLMM801016")
    assert (school.name, school.municipality) == ("SMS ARENGO NUOVA", "ROVELLA")
    assert not school.is_active, "what the office decided is kept"


def test_what_the_office_wrote_about_an_institute_is_kept(tmp_path: Path) -> None:
    load()
    Institute.objects.filter(code="MLIC801005").update(phone="0000 124010")
    load(write(tmp_path / "nuovo.csv", text_of().replace('IC ""FONTALBA CENTRO""', "IC FONTALBA")))
    institute = Institute.objects.get(code="MLIC801005")
    assert (institute.name, institute.phone) == ("IC FONTALBA", "0000 124010")


@pytest.mark.parametrize("kind", PACKERS)
def test_the_same_registry_in_another_kind_of_file_is_the_same(kind: str, tmp_path: Path) -> None:
    load()
    assert counts(load(packed(tmp_path, kind, text_of()))) == (0, 0, 6)


def test_private_and_autonomous_registries_come_in_beside_the_state_one() -> None:
    load()
    assert counts(load(PRIVATE)) == (2, 0, 0)
    assert counts(load(AUTONOMOUS)) == (2, 0, 0)
    private = School.objects.get(code="ML1A00100R")
    assert (private.name, private.institute, private.registry) == (
        'Scuola dell’infanzia "Gesù Bambino"',
        None,
        Registry.PRIVATE,
    )
    assert School.objects.get(code="ML1E003006").name == 'SCUOLA PRIMARIA "LA LANTERNA"'
    autonomous = School.objects.select_related("institute").get(code="VAEE80001C")
    assert (autonomous.name, autonomous.postcode) == ('Scuola primaria "Ponte di Sopra"', "")
    assert autonomous.institute is not None
    assert autonomous.institute.name == "Istituto comprensivo Valle Alta"
    assert School.objects.get(code="VAXX80002D").order == SchoolOrder.UPPER_SECONDARY
    assert load().load.closed == 0, "other registries' schools are not missing from this one"


def test_bad_rows_are_told_by_line_and_reason_and_the_rest_comes_in(tmp_path: Path) -> None:
    lines = text_of().split("\r\n")
    lines[1] = lines[1].replace("MLEE801017", "MLEE80101")
    lines[3] = lines[3].replace("MLAA801012,Non Disponibile", "MLAA801012,")
    lines[4] = lines[4].replace("LICEO SCIENTIFICO", "LICEO SCIENTIFICO,in più")
    lines[5] = lines[5].replace("MLCT70100A,CPIA", "MLZZ70100A,CPIA").replace("CENTRO TERRITORIALE", "ALTRO")
    report = load(write(tmp_path / "errori.csv", "\r\n".join(lines)))
    assert counts(report) == (2, 0, 0)
    assert [(problem.line, problem.key) for problem in report.problems] == [
        (2, "MLEE80101"),
        (4, "MLAA801012"),
        (5, ""),
        (6, "MLZZ70100A"),
    ]
    assert all(problem.reason for problem in report.problems)
    assert set(School.objects.values_list("code", flat=True)) == {"MLIC801005", "MLMM801016"}
    assert report.load.refused == 4


def test_a_code_on_two_rows_keeps_the_first_and_tells_the_other(tmp_path: Path) -> None:
    lines = text_of().rstrip().split("\r\n")
    same, other = lines[1], lines[1].replace("LE MURA", "ALTRA")
    report = load(write(tmp_path / "doppi.csv", "\r\n".join([*lines, same, other])))
    assert counts(report) == (6, 0, 0)
    assert report.repeated == 1
    assert [(problem.line, problem.key) for problem in report.problems] == [(9, "MLEE801017")]
    assert School.objects.get(code="MLEE801017").name == "LE MURA"


def test_a_school_that_the_office_had_added_becomes_the_registrys(tmp_path: Path) -> None:
    SchoolFactory(code="MLEE801017", name="Le Mura (provvisoria)")
    report = load()
    assert counts(report) == (5, 1, 0)
    assert School.objects.get(code="MLEE801017").registry == Registry.STATE


def test_a_load_leaves_one_audit_entry_and_one_event(
    django_capture_on_commit_callbacks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[SchoolsImported] = []
    monkeypatch.setattr(events, "_tell", told.append)
    with django_capture_on_commit_callbacks(execute=True):
        report = load()
    entry = AuditEntry.objects.get(action="partners.schools.imported")
    assert (entry.data["created"], entry.data["refused"]) == (6, 0)
    assert told == [SchoolsImported(school_import_id=report.load.pk)]


def test_a_load_cut_in_the_middle_is_finished_by_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    real, chunks = writing.upsert, []

    def cut(model: type, **options: Any) -> None:
        if model is School:
            chunks.append(len(options["rows"]))
            if len(chunks) == 2:
                raise KeyboardInterrupt
        real(model, **options)

    monkeypatch.setattr(writing, "CHUNK", 4)
    monkeypatch.setattr(writing, "upsert", cut)
    with pytest.raises(KeyboardInterrupt):
        load()
    assert School.objects.count() == 4
    assert SchoolImport.objects.get().state == LoadState.OPEN
    monkeypatch.setattr(writing, "upsert", real)
    assert counts(load()) == (6, 0, 0), "the load is told whole, not what was left of it"


def test_progress_is_told_while_it_reads_and_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("partners.schools.registry.comparing.EVERY", 2)
    told: list[tuple[str, int, int]] = []
    import_schools(path=STATE, by=None, progress=lambda *step: told.append(step))
    assert [step[1:] for step in told] == [(2, 7), (4, 7), (6, 7), (6, 6)]
