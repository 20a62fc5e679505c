"""Loads the demo's schools as an office does: the registry of last year, then this year's."""

from __future__ import annotations

import csv
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from partners.schools.models import Headcount, Institute, School
from partners.schools.registry import layout
from partners.schools.registry.models import SchoolImport
from partners.schools.registry.services import import_schools
from partners.schools.school_years import shifted, this_school_year
from vicinia.core.demo import read_yaml

FILE = Path(__file__).parent.parent / "demo" / "schools.yaml"
MUNICIPALITY = "Fontalba"


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
    for school in now:
        _load_headcount(school, year)
    for school in contents["last_year"]:
        if "code" in school:
            _load_headcount(school, shifted(year, -1))


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


def _load_headcount(content: dict[str, Any], year: str) -> None:
    Headcount.objects.get_or_create(
        school=School.objects.get(code=content["code"]),
        school_year=year,
        defaults={"classes": content["classes"], "pupils": content["pupils"]},
    )
