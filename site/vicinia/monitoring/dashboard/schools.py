"""How many schools and classes the projects reach, out of how many there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from campaigns.projects.enrolments.queries import classes_by_school
from partners.schools.headcounts.queries import counted_by_order
from partners.schools.school_years import school_year_of
from vicinia.core.formats import whole
from vicinia.territory.municipalities.queries import served_codes

from .measures import Measure


@dataclass(frozen=True)
class Adoption:
    """What an order of school takes part in; `classes` is None when no school has told how many it has."""

    label: str
    schools: Measure
    classes: Measure | None
    # Schools whose number of classes is unknown: their classes are in neither part of the rate.
    unknown: int
    sources: tuple[str, ...]

    @property
    def source(self) -> str:
        """Who counted the classes, in words."""
        if self.classes is None:
            return ""
        return " · ".join(self.sources) or _("numbers loaded by the schools office")


@dataclass(frozen=True)
class SchoolsReached:
    """The schools of a school year, order by order."""

    school_year: str
    rows: list[Adoption]


def schools_reached(last: date) -> SchoolsReached:
    """Return schools and classes reached in the school year of a day, of the municipalities served.

    A class counts once, however many projects it is in; the denominator is what the office has loaded for
    that year, and rows of the registry that only group others are in none of them.
    """
    year = school_year_of(last)
    reached = classes_by_school(year)
    rows = [
        Adoption(
            label=str(counted.order.label),
            schools=Measure(sum(pk in reached for pk in counted.schools), len(counted.schools)),
            classes=Measure(sum(reached.get(pk, 0) for pk in counted.known), counted.classes)
            if counted.known
            else None,
            unknown=len(counted.schools - counted.known),
            sources=counted.sources,
        )
        for counted in counted_by_order(served_codes(), year)
    ]
    return SchoolsReached(year, rows)


def exported(reached: SchoolsReached) -> list[tuple[str, Measure | None, str]]:
    """Return the rows of the file: what is counted, the measure, its method with year and source."""
    found: list[tuple[str, Measure | None, str]] = []
    for row in reached.rows:
        names = {"order": row.label, "year": reached.school_year}
        found.append(
            (
                _("Schools taking part, %(order)s, %(year)s") % names,
                row.schools,
                _("Sites in use of the municipalities served, from the ministry’s registry."),
            )
        )
        method = row.source if row.classes else _("number not available")
        if row.classes and row.unknown:
            method += ". " + _("Schools without a number, left out: %(count)s.") % {
                "count": whole(row.unknown)
            }
        found.append((_("Classes reached, %(order)s, %(year)s") % names, row.classes, method))
    return found
