"""Classes and pupils are loaded from a table and are what the rates are out of; no school counts twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from partners.schools.enums import SchoolOrder
from partners.schools.headcounts.importable import HEADCOUNTS
from partners.schools.headcounts.importer import HeadcountImporter
from partners.schools.headcounts.models import Headcount
from partners.schools.headcounts.queries import counted_by_order
from partners.schools.school_years import school_year_of, this_school_year
from partners.schools.succession.enums import SuccessionState
from partners.schools.succession.models import SchoolSuccession
from tests.factories.accounts import UserFactory
from tests.factories.partners import SERVED, SchoolFactory
from tests.factories.projects import enrol, make_edition, make_teacher
from vicinia.accounts.roles import Role
from vicinia.core.imports.changes import RowChange
from vicinia.core.imports.outcome import Outcome, Watch
from vicinia.core.tabular import open_table
from vicinia.monitoring.dashboard.schools import schools_reached
from vicinia.territory.models import ServedMunicipality

pytestmark = pytest.mark.django_db
HEADER = "codice_scuola;anno_scolastico;anno_di_corso;classi;alunni;fonte"
CODE = "MLEE802013"


def load(folder: Path, *lines: str, write: bool = True, found: list[RowChange] | None = None) -> Outcome:
    """Import these rows."""
    path = folder / "classi.csv"
    path.write_text("\n".join([HEADER, *lines]), encoding="utf-8")
    watch = Watch(found=found.extend) if found is not None else Watch()
    with open_table(path) as table:
        return HeadcountImporter().run(table, write=write, watch=watch, by=None)


def numbers() -> list[tuple[str, str, int, int, int, str]]:
    """All the rows, by school, year and grade."""
    rows = Headcount.objects.order_by("school__code", "school_year", "grade")
    return list(rows.values_list("school__code", "school_year", "grade", "classes", "pupils", "source"))


@pytest.mark.sqlite
def test_a_table_is_loaded_corrected_by_a_second_and_the_same_again_changes_nothing(tmp_path: Path) -> None:
    SchoolFactory(code=CODE)
    lines = [f"{CODE.lower()};2026/27;1ª;2;41;MIM", f"{CODE};202627;2.0;2;39;MIM", f"{CODE};2025/2026;;1;18;"]
    assert load(tmp_path, *lines, write=False).created == 3
    assert numbers() == []
    first = load(tmp_path, *lines)
    assert (first.created, first.changed, first.unchanged, first.problems) == (3, 0, 0, [])
    assert numbers() == [
        (CODE, "2025/26", 0, 1, 18, ""),
        (CODE, "2026/27", 1, 2, 41, "MIM"),
        (CODE, "2026/27", 2, 2, 39, "MIM"),
    ]
    again = load(tmp_path, *lines)
    assert (again.created, again.changed, again.unchanged) == (0, 0, 3)
    found: list[RowChange] = []
    assert load(tmp_path, f"{CODE};2026/27;1;3;60;MIM", found=found).changed == 1
    assert found[0].differences == {"classes": (2, 3), "pupils": (41, 60)}
    assert numbers()[1] == (CODE, "2026/27", 1, 3, 60, "MIM")


def test_each_row_that_cannot_be_loaded_says_why_and_the_others_are(tmp_path: Path) -> None:
    SchoolFactory(code=CODE)
    SchoolFactory(code="MLIC801005", order=SchoolOrder.OTHER, is_aggregator=True)
    SchoolFactory(code="MLAA801012", order=SchoolOrder.NURSERY)
    outcome = load(
        tmp_path,
        f"{CODE};2026/27;1;2;41;",
        f"{CODE};2026/28;1;2;41;",
        f"{CODE};2026/27;6;2;41;",
        "MLAA801012;2026/27;4;2;41;",
        f"{CODE};2026/27;2;due;41;",
        f"{CODE};2026/27;2;2;-1;",
        f"{CODE};2026/27;2;999999;1;",
        "MLIC801005;2026/27;;20;400;",
        "MLEE999999;2026/27;;2;40;",
        ";2026/27;;2;40;",
        f"{CODE};2026/27;3;2;41;{'x' * 101}",
        f"{CODE};2026/27;1;9;41;",
    )
    assert (outcome.created, len(outcome.problems)) == (1, 11)
    reasons = " ".join(problem.reason for problem in outcome.problems)
    for words in ("anno scolastico", "anno di corso", "classi: «due»", "raggruppa soltanto", "ha il codice"):
        assert words in reasons
    assert [row[2:5] for row in numbers()] == [(1, 2, 41)]


def test_an_old_code_counts_for_the_school_that_goes_on(tmp_path: Path) -> None:
    old, new = SchoolFactory(is_active=False, closed_year="2026/27"), SchoolFactory(code=CODE)
    SchoolSuccession.objects.create(closed=old, successor=new, score=90, state=SuccessionState.CONFIRMED)
    assert load(tmp_path, f"{old.code};2025/26;;10;200;").created == 1
    assert numbers()[0][:2] == (CODE, "2025/26")


def test_the_rate_is_out_of_the_classes_there_are_and_says_what_is_not_known() -> None:
    ServedMunicipality.objects.create(name="Fontalba", cadastral_code=SERVED)
    year, today = this_school_year(), date.today()  # noqa: DTZ011 - only its school year is asked
    assert school_year_of(today) == year
    counted, silent = SchoolFactory(), SchoolFactory()
    grouping = SchoolFactory(is_aggregator=True)
    SchoolFactory(order=SchoolOrder.NURSERY)
    for school in (counted, grouping):
        for grade in (1, 2):
            Headcount.objects.create(
                school=school, school_year=year, grade=grade, classes=4, pupils=80, source="MIM"
            )
    teacher = make_teacher(counted, silent)
    for edition in (make_edition(), make_edition()):
        enrol(edition, counted, "3A", by=teacher)
        enrol(edition, silent, "1B", by=teacher)
    nursery, primary = schools_reached(today).rows
    assert (primary.schools.value, primary.schools.out_of) == (2, 2)
    assert primary.classes
    assert (primary.classes.value, primary.classes.out_of) == (1, 8), "a class of two projects counts once"
    assert (primary.unknown, primary.source) == (1, "MIM")
    assert nursery.classes is None
    assert [each.pupils for each in counted_by_order([SERVED], year)] == [0, 160]
    client = Client()
    client.force_login(UserFactory(role=Role.DIRECTOR))
    page = client.get(reverse("dashboard:index")).content.decode()
    assert "1 su 8 (12,5%)" in page
    assert "numero non disponibile" in page
    assert "1 scuola senza numero è lasciata fuori" in page
    sheet = client.get(reverse("dashboard:export", args=["csv"])).content.decode("utf-8-sig")
    assert f"Classi raggiunte, Primaria, {year}" in sheet


def test_the_schools_office_imports_numbers_and_not_bodies() -> None:
    office = Client()
    office.force_login(UserFactory(role=Role.SCHOOLS_OFFICE))
    upload = reverse("imports:upload", args=["partners.headcounts"])
    assert str(HEADCOUNTS.title) in office.get(upload).content.decode()
    assert office.get(reverse("imports:upload", args=["partners.organisations"])).status_code == 404
    model = office.get(reverse("imports:model", args=["partners.headcounts"])).content.decode("utf-8-sig")
    assert model.splitlines()[0] == HEADER
    file = SimpleUploadedFile("classi.csv", f"{HEADER}\n{CODE};2026/27;1;2;41;\n".encode())
    assert "/columns/" in office.post(upload, {"file": file, "complete": "1"})["Location"]
