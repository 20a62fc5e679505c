"""Reading the table of classes and pupils: a row is known again by school code, year and grade."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from partners.schools.enums import SchoolOrder
from partners.schools.models import School
from partners.schools.school_years import school_year_from
from partners.schools.succession.queries import heirs_by_code
from vicinia.core.bulk import batches
from vicinia.core.imports.changes import RowChange, Values
from vicinia.core.imports.outcome import Outcome, Watch
from vicinia.core.imports.rows import RowProblem, RowRefused, SeenRows
from vicinia.core.tabular import Row, Table

from .models import LAST_GRADE, MOST_CLASSES, MOST_PUPILS, SEVERAL, Headcount

if TYPE_CHECKING:
    from vicinia.accounts.models import User

CHUNK = 2_000
CODE, YEAR, GRADE, CLASSES, PUPILS, SOURCE = (
    "codice_scuola", "anno_scolastico", "anno_di_corso", "classi", "alunni", "fonte"
)  # fmt: skip
GRADES = {SchoolOrder.NURSERY: 3, SchoolOrder.LOWER_SECONDARY: 3}
NO_GRADE = {"", "0", "misto", "mista", "pluriclasse", "tutti", "tutte"}
_YEAR = re.compile(r"^(20\d\d)[/-]?(?:20)?(\d\d)$")
_NUMBER = re.compile(r"^\d{1,6}$")


@dataclass(frozen=True, slots=True)
class Count:
    """One row: the school's key, its code as it is today, and the numbers."""

    school_id: int
    code: str
    school_year: str
    grade: int
    classes: int
    pupils: int
    source: str

    @property
    def place(self) -> tuple[int, str, int]:
        """What the row is known by."""
        return self.school_id, self.school_year, self.grade

    @property
    def values(self) -> Values:
        """What is told of the row."""
        return {"classes": self.classes, "pupils": self.pupils, "source": self.source}


class HeadcountImporter:
    """Loads the numbers of classes and pupils, some thousand rows at a time."""

    def run(self, table: Table, *, write: bool, watch: Watch, by: User | None) -> Outcome:
        """Compare and, when asked, write; the run itself records who asked."""
        created, changed, unchanged = watch.so_far
        outcome, seen, done = Outcome(created, changed, unchanged), SeenRows(), 0
        heirs = heirs_by_code()
        for rows in batches(table.rows(), CHUNK):
            counts = list(_readable(rows, heirs, outcome, seen))
            outcome.repeated = seen.repeated
            done += len(rows)
            if done > watch.already_done:
                with transaction.atomic():
                    changes = _differing(counts, outcome, lock=write)
                    if write:
                        _write([count for count, _change in changes])
                    watch.settle(outcome, done)
                watch.found([change for _count, change in changes])
            watch.progress(done, table.lines)
        return outcome


def _readable(
    rows: list[Row], heirs: Mapping[str, str], outcome: Outcome, seen: SeenRows
) -> Iterator[tuple[int, Count]]:
    """Yield line and numbers of the rows that can be loaded."""
    wanted = {heirs.get(code, code) for code in map(_code, rows)}
    schools = {school.code: school for school in School.objects.filter(code__in=wanted)}
    for row in rows:
        try:
            if row.problem:
                raise RowRefused(row.problem)
            code = _code(row)
            count = _read(row.cells, schools.get(heirs.get(code, code)), code)
            if seen.is_first(_key(count), (count.classes, count.pupils, count.source)):
                yield row.line, count
        except RowRefused as refusal:
            outcome.problems.append(RowProblem(row.line, _code(row)[:20], str(refusal)))


def _code(row: Row) -> str:
    return row.cells.get(CODE, "").strip().upper()


def _key(count: Count) -> str:
    return f"{count.code} {count.school_year} {count.grade or '–'}"


def _read(cells: Mapping[str, str], school: School | None, code: str) -> Count:
    if school is None:
        raise RowRefused(_("no school has the code «%(code)s»") % {"code": code[:20]})
    if school.is_aggregator:
        raise RowRefused(
            _("«%(code)s» only groups its schools: give the numbers of each site") % {"code": code}
        )
    source = " ".join(cells.get(SOURCE, "").split())
    if len(source) > 100 or not source.isprintable():
        raise RowRefused(_("the source is longer than 100 characters, or is not text"))
    return Count(
        school_id=school.pk,
        code=school.code,
        school_year=_year(cells.get(YEAR, "")),
        grade=_grade(cells.get(GRADE, ""), SchoolOrder(school.order)),
        classes=_number(cells.get(CLASSES, ""), MOST_CLASSES, _("classes")),
        pupils=_number(cells.get(PUPILS, ""), MOST_PUPILS, _("pupils")),
        source=source,
    )


def _year(text: str) -> str:
    match = _YEAR.match(text.strip())
    year = school_year_from(int(match[1])) if match else ""
    if not match or year[-2:] != match[2]:
        raise RowRefused(_("«%(year)s» is not a school year such as 2026/27") % {"year": text[:20]})
    return year


def _grade(text: str, order: SchoolOrder) -> int:
    plain = _whole(text).casefold().rstrip("ª°^.")
    if plain in NO_GRADE:
        return SEVERAL
    last = GRADES.get(order, LAST_GRADE)
    if not _NUMBER.match(plain) or not 1 <= int(plain) <= last:
        raise RowRefused(
            _("«%(grade)s» is not a grade of this school (1 to %(last)s, empty for several)")
            % {"grade": text[:20], "last": last}
        )
    return int(plain)


def _whole(text: str) -> str:
    # A spreadsheet writes whole numbers as "12.0".
    return re.sub(r"[.,]0+$", "", text.strip())


def _number(text: str, most: int, what: str) -> int:
    plain = _whole(text)
    if not _NUMBER.match(plain) or int(plain) > most:
        raise RowRefused(
            _("%(what)s: «%(text)s» is not a number from 0 to %(most)s")
            % {"what": what, "text": text[:20], "most": most}
        )
    return int(plain)


def _differing(
    counts: list[tuple[int, Count]], outcome: Outcome, *, lock: bool
) -> list[tuple[Count, RowChange]]:
    """Return what would be written, and count all."""
    rows = Headcount.objects.filter(school__in={count.school_id for _line, count in counts})
    if lock:
        rows = rows.select_for_update()
    known: dict[tuple[int, str, int], Values] = {
        (school, year, grade): {"classes": classes, "pupils": pupils, "source": source}
        for school, year, grade, classes, pupils, source in rows.values_list(
            "school", "school_year", "grade", "classes", "pupils", "source"
        )
    }
    changes = []
    for line, count in counts:
        before = known.get(count.place)
        if before == count.values:
            outcome.unchanged += 1
            continue
        if before is None:
            outcome.created += 1
        else:
            outcome.changed += 1
        changes.append((count, RowChange(line, _key(count), before, count.values)))
    return changes


def _write(counts: list[Count]) -> None:
    Headcount.objects.bulk_create(
        [
            Headcount(
                school_id=count.school_id,
                school_year=count.school_year,
                grade=count.grade,
                classes=count.classes,
                pupils=count.pupils,
                source=count.source,
            )
            for count in counts
        ],
        update_conflicts=True,
        unique_fields=["school", "school_year", "grade"],
        update_fields=["classes", "pupils", "source"],
    )
