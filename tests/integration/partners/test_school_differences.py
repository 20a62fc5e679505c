"""The registry of a new year: what it changes is marked, reported, looked at before and after."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from partners.schools.enums import Registry
from partners.schools.models import School
from partners.schools.registry import loads
from partners.schools.registry.changes import ChangeKind
from partners.schools.registry.loads import LoadOvertaken
from partners.schools.registry.models import SchoolImport
from partners.schools.registry.report import changes_of_load
from partners.schools.registry.services import (
    OlderRegistry,
    TooManyClosures,
    check_schools,
    import_schools,
)
from partners.schools.succession.services import link_schools, undo_succession
from tests.factories.accounts import UserFactory
from tests.factories.partners import SERVED, SchoolFactory
from tests.integration.partners.registry_files import STATE, text_of, write
from vicinia.accounts.roles import Role
from vicinia.territory.models import ServedMunicipality

pytestmark = pytest.mark.django_db
KEEP = loads.keep


@pytest.fixture
def next_year(tmp_path: Path) -> Path:
    """Le Mura has another name, Arengo is not there, Il Girasole has another code."""
    text = text_of().replace("202526", "202627").replace(",LE MURA,", ",ELSA MORANTE,")
    text = text.replace("MLAA801012", "MLAA802019")
    lines = [line for line in text.split("\r\n") if "MLMM801016" not in line]
    return write(tmp_path / "anno-dopo.csv", "\r\n".join(lines))


def load(path: Path = STATE) -> SchoolImport:
    return import_schools(path=path, by=None).load


@pytest.mark.sqlite
def test_a_new_year_marks_the_closed_and_tells_every_change(next_year: Path) -> None:
    local = SchoolFactory(registry=Registry.LOCAL)
    assert changes_of_load(load()) == [], "of a first load everything is new"
    second = load(next_year)
    closed = School.objects.get(code="MLMM801016")
    assert (closed.is_active, closed.closed_year, closed.school_year) == (False, "2026/27", "2025/26")
    assert School.objects.get(code="MLAA802019").first_year == "2026/27"
    assert School.objects.get(code="MLEE801017").first_year == "2025/26"
    assert School.objects.get(pk=local.pk).is_active
    assert (second.created, second.closed, second.reopened, second.school_year) == (1, 2, 0, "2026/27")
    found = {(change.kind, change.code) for change in changes_of_load(second)}
    assert found == {
        (ChangeKind.NEW, "MLAA802019"),
        (ChangeKind.CLOSED, "MLAA801012"),
        (ChangeKind.CLOSED, "MLMM801016"),
        (ChangeKind.RENAMED, "MLEE801017"),
    }
    assert second.change_counts["closed"] == 2
    assert changes_of_load(load(next_year)) == []


@pytest.mark.sqlite
def test_a_school_that_comes_back_is_open_again(next_year: Path, tmp_path: Path) -> None:
    load()
    load(next_year)
    again = load(write(tmp_path / "c.csv", text_of().replace("202526", "202728")))
    assert again.reopened == 2
    assert School.objects.filter(code="MLMM801016", is_active=True, closed_year="").exists()
    back = [change for change in changes_of_load(again) if change.kind == ChangeKind.REOPENED]
    assert [(change.code, change.before) for change in back] == [
        ("MLAA801012", "2026/27"),
        ("MLMM801016", "2026/27"),
    ]


def test_a_school_that_comes_back_while_it_goes_on_as_another_is_told_with_the_way_to_undo(
    next_year: Path, tmp_path: Path, office: Client
) -> None:
    load()
    load(next_year)
    old, new = (School.objects.get(code=code) for code in ("MLAA801012", "MLAA802019"))
    by = UserFactory(role=Role.SCHOOLS_OFFICE)
    succession = link_schools(closed=old, successor=new, reason="Stessa sede", by=by)
    again = load(write(tmp_path / "c.csv", text_of().replace("202526", "202728")))
    page = office.get(reverse("school_imports:inspect", args=[again.pk]), {"dove": "tutti"}).content.decode()
    assert "chiusa dal 2026/27" in page
    assert reverse("school_successions:inspect", args=[succession.pk]) in page
    undo_succession(succession=succession, by=by)
    page = office.get(reverse("school_imports:inspect", args=[again.pk])).content.decode()
    assert reverse("school_successions:inspect", args=[succession.pk]) not in page


class Killed(BaseException):
    """What a process meets when it is killed."""


@pytest.mark.sqlite
def test_a_load_cut_short_between_two_chunks_and_resumed_reports_the_whole_of_it(
    next_year: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load()
    wanted = sorted(check_schools(path=next_year).changes)
    with monkeypatch.context() as patched:
        patched.setattr("partners.schools.registry.writing.CHUNK", 1)
        for chunks in (1, 2):
            patched.setattr("partners.schools.registry.loads.keep", _killing(after=chunks))
            with pytest.raises(Killed):
                load(next_year)
    opened = SchoolImport.objects.latest("pk")
    assert (opened.state, opened.created + opened.changed, len(changes_of_load(opened))) == ("open", 3, 2)
    report = import_schools(path=next_year, by=None)
    assert report.load == opened
    assert (report.load.state, report.load.parts.count()) == ("done", 0)
    assert sorted(report.changes) == sorted(changes_of_load(report.load)) == wanted
    whole = report.load
    assert (whole.created, whole.changed, whole.unchanged, whole.closed) == (1, 4, 0, 2)
    assert whole.change_counts["closed"] == 2


def test_a_first_load_cut_short_has_no_report_either(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("partners.schools.registry.writing.CHUNK", 2)
        patched.setattr("partners.schools.registry.loads.keep", _killing(after=3))
        with pytest.raises(Killed):
            load()
    assert School.objects.count() == 2
    whole = load()
    assert (whole.created, whole.state, changes_of_load(whole)) == (6, "done", [])


def test_another_file_leaves_the_load_that_nobody_finished_with_what_it_had_written(
    next_year: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, office: Client
) -> None:
    load()
    with monkeypatch.context() as patched:
        patched.setattr("partners.schools.registry.writing.CHUNK", 1)
        patched.setattr("partners.schools.registry.loads.keep", _killing(after=2))
        with pytest.raises(Killed):
            load(next_year)
    left = SchoolImport.objects.get(state="open")
    page = reverse("school_imports:inspect", args=[left.pk])
    assert "non è finito" in office.get(page).content.decode()
    again = load(write(tmp_path / "corretto.csv", text_of(next_year).replace("FORNACI 62", "FORNACI 64")))
    left.refresh_from_db()
    assert (left.state, again.state) == ("left", "done")
    assert "lasciato a metà" in office.get(page).content.decode()
    first, rest = set(changes_of_load(left)), set(changes_of_load(again))
    assert first
    assert not first & rest
    with pytest.raises(LoadOvertaken, match="Nel frattempo"):
        loads.keep(left, loads.Written(changed=1))


def _killing(*, after: int) -> Callable[..., None]:
    """Keep some chunks, then die as a process does."""
    kept = count(1)

    def killing(*args: Any) -> None:
        if next(kept) > after:
            raise Killed
        KEEP(*args)

    return killing


def test_a_row_that_cannot_be_read_closes_nothing(tmp_path: Path) -> None:
    load()
    broken = text_of().replace("MLAA801012,Non Disponibile", "MLAA801012,")
    report = import_schools(path=write(tmp_path / "rotta.csv", broken), by=None)
    assert len(report.problems) == 1
    assert report.load.closed == 0


def test_looking_first_writes_nothing(next_year: Path) -> None:
    load()
    before = list(School.objects.order_by("pk").values())
    found = check_schools(path=next_year)
    assert (found.created, len(found.closed)) == (1, 2)
    assert list(School.objects.order_by("pk").values()) == before
    assert SchoolImport.objects.count() == 1
    output = io.StringIO()
    call_command("import_schools", str(next_year), check=True, stdout=output)
    assert "segnate come chiuse e conservate: 2" in output.getvalue()
    assert "Non è stato scritto nulla" in output.getvalue()
    assert list(School.objects.order_by("pk").values()) == before


def test_a_file_cut_short_closes_nothing_unless_somebody_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("partners.schools.registry.services.FEW_CLOSED", 2)
    load()
    short = write(tmp_path / "corto.csv", "\r\n".join(text_of().split("\r\n")[:3]))
    with pytest.raises(TooManyClosures, match="4 delle 6 scuole"):
        load(short)
    assert School.objects.active().count() == 6
    assert import_schools(path=short, by=None, accept_closures=True).load.closed == 4


def test_last_years_file_does_not_undo_this_years(next_year: Path) -> None:
    load()
    load(next_year)
    with pytest.raises(OlderRegistry, match="2025/26"):
        load()
    assert not School.objects.get(code="MLMM801016").is_active


@pytest.fixture
def office() -> Client:
    client = Client()
    client.force_login(UserFactory(role=Role.SCHOOLS_OFFICE))
    return client


def test_the_office_reads_the_report_filters_it_and_takes_it_away(next_year: Path, office: Client) -> None:
    ServedMunicipality.objects.create(name="Fontalba", cadastral_code=SERVED)
    load()
    address = reverse("school_imports:inspect", args=[load(next_year).pk])
    page = office.get(address).content.decode()
    assert "ELSA MORANTE" in page
    assert "Chiuse (1)" in page, "the other is of a municipality that we do not serve"
    assert "MLEE801017" not in office.get(address, {"cosa": "closed"}).content.decode()
    assert "Nessun cambiamento di questo tipo" in office.get(address, {"q": "niente"}).content.decode()
    sheet = office.get(address, {"cosa": "renamed", "formato": "csv"})
    lines = sheet.content.decode("utf-8-sig").splitlines()
    assert lines[1].startswith("Nuovo nome;MLEE801017;ELSA MORANTE;")
    assert len(lines) == 2
    ServedMunicipality.objects.all().delete()
    assert "ELSA MORANTE" not in office.get(address).content.decode()
    assert "ELSA MORANTE" in office.get(address, {"dove": "tutti"}).content.decode()
    for wrong in ({"cosa": "x", "p": "abc"}, {"formato": "exe"}, {"q": "\x00" * 300, "p": "-1"}):
        assert office.get(address, wrong).status_code == 200
