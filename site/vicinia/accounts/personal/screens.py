"""What the page "I miei dati" shows."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from vicinia.accounts.models import User
from vicinia.core.components import Button, Cell, Column, Crumb, Fact, Hero, Table, Text
from vicinia.core.formats import whole
from vicinia.core.reserved_area import way_to

from .documents import in_words
from .forms import NameForm
from .queries import sections_of
from .registry import Section

# Said by the form and by the first facts of the page.
ON_TOP = {"account"}
# More rows than these would hide the rest of the page: the file has them all.
MOST_ROWS = 20


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A kind of records: one as facts, several as a table whose caption says why they are held."""

    key: str
    title: Text
    why: Text
    facts: tuple[Fact, ...] = ()
    table: Table | None = None


def page(user: User, form: NameForm) -> dict[str, object]:
    """Return what the page shows."""
    sections = sections_of(user)
    return {
        "hero": Hero(
            _("My data"),
            summary=_("What we hold about you and why. Take a copy of it, correct it, ask us to delete it."),
        ),
        "breadcrumbs": way_to(Crumb(_("My data"))),
        "form": form,
        "account": tuple(
            fact for section in sections if section.key in ON_TOP for fact in _facts(section, skipped=2)
        ),
        "sections": tuple(
            _shown(section) for section in sections if section.key not in ON_TOP and not section.is_counted
        ),
        "counts": tuple(
            Fact(section.title, whole(len(section.rows))) for section in sections if section.is_counted
        ),
        "files": (
            Button(_("Download everything (PDF)"), reverse("personal:my_data_pdf")),
            Button(_("Download everything (JSON)"), reverse("personal:my_data_json"), "outline"),
        ),
    }


def _shown(section: Section) -> ShownSection:
    if len(section.rows) == 1:
        return ShownSection(section.key, section.title, section.why, facts=_facts(section))
    return ShownSection(section.key, section.title, section.why, table=_table(section))


def _facts(section: Section, skipped: int = 0) -> tuple[Fact, ...]:
    pairs = list(zip(section.fields, section.rows[0], strict=True))[skipped:]
    return tuple(Fact(field.label, in_words(value)) for field, value in pairs if value not in {None, ""})


def _table(section: Section) -> Table:
    shown = [index for index, field in enumerate(section.fields) if not field.is_long_text]
    long = [index for index, field in enumerate(section.fields) if field.is_long_text]
    rows = []
    for row in section.rows[:MOST_ROWS]:
        note = " ".join(in_words(row[index]) for index in long)
        cells = [in_words(row[index]) for index in shown]
        rows.append((Cell(cells[0], note=note) if long else cells[0], *cells[1:]))
    left = len(section.rows) - len(rows)
    note = _("%(number)s more: the files below have them all.") % {"number": whole(left)} if left else ""
    return Table(
        section.why or section.title,
        tuple(Column(section.fields[index].label) for index in shown),
        tuple(rows),
        note=note,
    )
