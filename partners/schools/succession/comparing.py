"""Two schools beside each other, as the office compares them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _

from partners.schools.models import School
from vicinia.core.components import Cell, Column, Link, Table


def side_by_side(closed: School, successor: School) -> list[tuple[str, str, str]]:
    """Return what the registries said of the two: label, of the closed one, of the other."""
    labels = (_("Name"), _("Code"), _("Institute"), _("Order"), _("Address"), _("Years in the registry"))
    return list(zip(labels, _told(closed), _told(successor), strict=True))


def choices(schools: Iterable[School], address: Callable[[School], str]) -> Table:
    """Return schools to choose from, each leading where choosing it leads."""
    headings = (_("School"), _("Institute"), _("Where"), _("Years in the registry"))
    rows = tuple(
        (
            Cell(each.name, Link(each.name, address(each)), note=f"{each.code} · {each.get_order_display()}"),
            str(each.institute or "–"),
            _place(each),
            _years(each),
        )
        for each in schools
    )
    return Table(_("Schools"), tuple(map(Column, headings)), rows)


def _told(school: School) -> tuple[str, ...]:
    institute = f"{school.institute} ({school.institute.code})" if school.institute else "–"
    order = school.get_order_display()
    return (school.name, school.code, institute, order, _place(school), _years(school))


def _place(school: School) -> str:
    return ", ".join(filter(None, [school.address, school.municipality])) or "–"


def _years(school: School) -> str:
    years = filter(None, [school.first_year, school.school_year])
    return " – ".join(dict.fromkeys(years)) or "–"
