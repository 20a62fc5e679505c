"""Loads the demo's schools as an office does: the registry of last year, then this year's."""

from __future__ import annotations

import csv
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from partners.schools.enums import SchoolOrder
from partners.schools.headcounts.models import SEVERAL, Headcount
from partners.schools.models import Institute, School
from partners.schools.registry import layout
from partners.schools.registry.models import SchoolImport
from partners.schools.registry.services import import_schools
from partners.schools.school_years import shifted, this_school_year
from vicinia.core.demo import read_yaml

FILE = Path(__file__).parent.parent / "demo" / "schools.yaml"
MUNICIPALITY = "Fontalba"
# Nursery schools have sections of several ages.
GRADES = {
    SchoolOrder.PRIMARY: [1, 2, 3, 4, 5],
    SchoolOrder.LOWER_SECONDARY: [1, 2, 3],
    SchoolOrder.UPPER_SECONDARY: [1, 2, 3, 4, 5],
}


def load_schools() -> None:
    """Create what is not there yet: institutes, two loads of the registry, classes and pupils."""
    contents = read_yaml(FILE)
    institutes = {content["key"]: content for content in contents["institutes"]}
    for content in institutes.values():
        _load_institute(content)
    year = this_school_year()
    before = {content["key"]: content for content in contents["last_year"]}
    now = contents["schools"]
    if not SchoolImport.objects.exists():
        _load_registry(
            shifted(year, -1), [school | before.get(school["key"], {}) for school in now], institutes
        )
        _load_registry(year, now, institutes)
    last = shifted(year, -1)
    for school in now:
        _load_headcounts(school, year)
        _load_headcounts(school | before.get(school["key"], {}), last)


def _load_institute(content: dict[str, Any]) -> None:
    Institute.objects.get_or_create(
        code=content["code"],
        defaults={
            "name": content["name"],
            "address": content["address"],
            "postcode": content["postcode"],
            "municipality_code": content["cadastral_code"],
            "municipality": MUNICIPALITY,
            "email": content["email"],
            "pec": content["pec"],
            "phone": content["phone"],
            "is_aggregator": True,
        },
    )


def _load_registry(year: str, schools: list[dict[str, Any]], institutes: dict[str, dict[str, Any]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"scuole-statali-{year.replace('/', '-')}.csv"
        rows = [_row(year, school, institutes[school["institute"]]) for school in schools]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        import_schools(path=path, by=None)


def _row(year: str, school: dict[str, Any], institute: dict[str, Any]) -> dict[str, str]:
    """Return a school as the ministry's state registry writes it."""
    return {
        layout.YEAR: year.replace("/", ""),
        layout.INSTITUTE_CODE: school.get("institute_code", institute["code"]),
        layout.INSTITUTE_NAME: school.get("institute_name", institute["name"]),
        layout.CODE: school["code"],
        layout.NAME: school["name"],
        layout.ADDRESS: school["address"],
        layout.POSTCODE: school["postcode"],
        layout.MUNICIPALITY_CODE: institute["cadastral_code"],
        layout.MUNICIPALITY: MUNICIPALITY,
        layout.LEVEL: school["kind"],
        layout.EMAIL: institute["email"],
        layout.PEC: institute["pec"],
        layout.SITE: "NO",
    }


def _load_headcounts(content: dict[str, Any], year: str) -> None:
    """Share classes and pupils among the grades; one that counts nothing shows what a missing number is."""
    if content.get("counted") is False:
        return
    school = School.objects.get(code=content["code"])
    grades = GRADES.get(SchoolOrder(school.order), [SEVERAL])
    for place, grade in enumerate(grades):
        Headcount.objects.get_or_create(
            school=school,
            school_year=year,
            grade=grade,
            defaults={
                "classes": _share(content["classes"], len(grades), place),
                "pupils": _share(content["pupils"], len(grades), place),
                "source": f"Segreterie delle scuole, ottobre {year[:4]}",
            },
        )


def _share(total: int, parts: int, place: int) -> int:
    """Return the part of a number at a place, as even as it goes."""
    return total // parts + (place < total % parts)
