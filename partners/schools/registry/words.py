"""What the changes of a registry are called, on screens and in files."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from vicinia.core.components import Cell, Column, Table
from vicinia.core.tables import Row

from .changes import Change, ChangeKind

CHANGE_WORDS: dict[ChangeKind, str | Promise] = {
    ChangeKind.NEW: pgettext_lazy("schools", "New"),
    ChangeKind.CLOSED: pgettext_lazy("schools", "Closed"),
    ChangeKind.REOPENED: pgettext_lazy("schools", "Open again"),
    ChangeKind.RENAMED: gettext_lazy("New name"),
    ChangeKind.MOVED: gettext_lazy("Another institute"),
    ChangeKind.ADDRESS: gettext_lazy("Another address"),
    ChangeKind.CONTACTS: gettext_lazy("Other e-mail addresses"),
}

# Of one school, in a row of the report.
ROW_WORDS: dict[ChangeKind, str | Promise] = {
    **CHANGE_WORDS,
    ChangeKind.NEW: pgettext_lazy("a school", "New"),
    ChangeKind.CLOSED: pgettext_lazy("a school", "Closed"),
    ChangeKind.REOPENED: pgettext_lazy("a school", "Open again"),
}


def change_table(changes: Iterable[Change]) -> Table:
    """Return the report as a page of the office shows it."""
    return Table(
        _("What changed"),
        tuple(map(Column, (_("School"), _("What"), _("Municipality"), _("Before"), _("After")))),
        tuple(
            (
                Cell(each.name, note=each.code),
                ROW_WORDS[each.kind],
                each.municipality,
                before_words(each) or "–",
                each.after or "–",
            )
            for each in changes
        ),
    )


def before_words(change: Change) -> str:
    """Return what was there before; of a school that is open again, since when it was closed."""
    if change.kind == ChangeKind.REOPENED and change.before:
        return _("closed since %(year)s") % {"year": change.before}
    return change.before


def change_header() -> list[str]:
    """Return the columns of the report as a file."""
    return [
        _("What"),
        _("Code"),
        _("School"),
        _("Municipality"),
        _("Cadastral code"),
        _("Before"),
        _("After"),
    ]


def change_cells(change: Change) -> Row:
    """Return a change as a row of the file."""
    what = str(ROW_WORDS[change.kind])
    place = (change.municipality, change.municipality_code)
    return [what, change.code, change.name, *place, before_words(change), change.after]
