"""What the screens of an import show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from vicinia.core.components import Fact, ProgressBar, StatTile, StepperItem
from vicinia.core.formats import long_datetime, whole
from vicinia.core.imports.importable import Importable, importables

from . import services
from .enums import MOVING, RUN_STEPS, Choice, RunState
from .kept import KeptChange, Pages, read_changes, read_problems
from .models import ImportRun
from .queries import same_file_before

# Rows shown on the import's own page; the others are one page on.
FIRST_ROWS = 5
FILE_STEP, COLUMNS_STEP = 0, 1
# Which step of the way each state is at.
STEP_OF = {
    RunState.UPLOADED: COLUMNS_STEP,
    RunState.CHECKING: 2,
    RunState.CHECKED: 3,
    RunState.RUNNING: 4,
    RunState.DONE: 5,
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a row, in words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowShown:
    """A row that writes, in words."""

    line: str
    key: str
    is_new: bool
    fields: Sequence[FieldChange]


def stepper(at: int) -> list[StepperItem]:
    """Return the steps of an import by name, and which one the page is (from 0)."""
    names = (
        _("File"),
        _("Columns"),
        pgettext("import", "Check"),
        _("Confirmation"),
        pgettext("import", "Writing"),
        pgettext("import", "Report"),
    )
    return [
        StepperItem(name, "done" if step < at else "current" if step == at else "todo")
        for step, name in enumerate(names)
    ]


def run_screen(run: ImportRun) -> dict[str, Any]:
    """Where an import stands, what it found, what can be done."""
    state = RunState(run.state)
    is_stuck = services.is_stuck(run)
    writes = run.created + run.changed
    is_whole = run.state == RunState.RUNNING and run.choice == Choice.ALL
    return {
        "run": run,
        "state": state,
        "importable": importables[run.kind],
        "steps": stepper(STEP_OF.get(state, 3 if run.mapping else 1)),
        "is_moving": state in MOVING and not is_stuck,
        "is_stuck": is_stuck,
        "is_whole": is_whole,
        "bar": bar(run) if state in MOVING else None,
        "tiles": tiles(run) if state not in {RunState.UPLOADED, RunState.CHECKING} else (),
        "facts": facts(run),
        "same_before": same_file_words(run) if state in {RunState.CHECKING, RunState.CHECKED} else "",
        "rows": in_words(changes(run)[:FIRST_ROWS], run) if writes else [],
        "problem_rows": problems(run)[:FIRST_ROWS] if run.refused else [],
        "writes": writes,
        "can_confirm": state == RunState.CHECKED and writes > 0,
        "can_cancel": RUN_STEPS.allows(state, RunState.CANCELLED) and not is_whole,
        "can_check_again": run.file_id is not None
        and (is_stuck or state in {RunState.FAILED, RunState.CANCELLED})
        and bool(run.mapping),
        "can_change_columns": state == RunState.CHECKED and run.file_id is not None,
        "is_over": state in {RunState.DONE, RunState.CANCELLED, RunState.FAILED},
    }


def bar(run: ImportRun) -> ProgressBar:
    """How many rows are read."""
    done, total = (run.progress.done, run.progress.total) if run.progress else (0, 0)
    if not total:
        return ProgressBar(_("Waiting for its turn"), 0, 1)
    label = _("%(done)s of about %(total)s rows") % {"done": whole(done), "total": whole(total)}
    return ProgressBar(label, done, total)


def tiles(run: ImportRun) -> tuple[StatTile, ...]:
    """The rows by what becomes of them."""
    return (
        StatTile(whole(run.created), ngettext("new row", "new rows", run.created)),
        StatTile(whole(run.changed), ngettext("changed row", "changed rows", run.changed)),
        StatTile(
            whole(run.unchanged),
            ngettext("row already as in the file", "rows already as in the file", run.unchanged),
        ),
        StatTile(whole(run.repeated), ngettext("repeated row", "repeated rows", run.repeated)),
        StatTile(whole(run.refused), ngettext("refused row", "refused rows", run.refused)),
    )


def facts(run: ImportRun) -> list[Fact]:
    """What the import is about."""
    columns = [each for each in importables[run.kind].columns if each.name in run.mapping]
    matched = ", ".join(f"{each.label} ← {run.mapping[each.name]}" for each in columns)
    rows = [
        Fact(_("Import"), str(importables[run.kind].title)),
        Fact(_("File"), run.file_name),
        Fact(_("Received at"), long_datetime(run.created_at)),
        Fact(_("By"), str(run.by) if run.by else ""),
        Fact(_("Columns"), matched),
        Fact(_("Rows to write"), str(capfirst(run.get_choice_display())) if run.choice else ""),
        Fact(_("Finished"), long_datetime(run.finished_at) if run.finished_at else ""),
    ]
    return [row for row in rows if row.value]


def same_file_words(run: ImportRun) -> str:
    """Tell when this very file was imported before; nothing when it was not."""
    before = same_file_before(run)
    if before is None or before.finished_at is None:
        return ""
    values = {"when": long_datetime(before.finished_at), "who": str(before.by or _("somebody who left"))}
    return (
        _(
            "This very file was imported already, %(when)s, by %(who)s. You can go on: rows that are already "
            "as in the file are not touched."
        )
        % values
    )


def changes(run: ImportRun, *, only_new: bool | None = None) -> Pages[KeptChange]:
    """Return the rows that write; the new ones alone, or those that change alone."""
    if only_new is None:
        return Pages(lambda: read_changes(run.changes), run.created + run.changed)
    return Pages(
        lambda: (each for each in read_changes(run.changes) if each.is_new == only_new),
        run.created if only_new else run.changed,
    )


def problems(run: ImportRun) -> Pages[Any]:
    """Return the refused rows."""
    return Pages(lambda: read_problems(run.problems), run.refused)


def in_words(rows: Iterable[KeptChange], run: ImportRun) -> list[RowShown]:
    """Say differences as people read them."""
    model = importables[run.kind].model_class
    return [
        RowShown(
            whole(row.line),
            row.key,
            row.is_new,
            [
                FieldChange(
                    field_label(model, name),
                    value_words(model, name, before),
                    value_words(model, name, after),
                )
                for name, before, after in row.fields
            ],
        )
        for row in rows
    ]


def field_label(model: type[Model], name: str) -> str:
    """Return what a field is called; its own name when the model has none like it."""
    field = _field(model, name)
    return str(capfirst(field.verbose_name)) if field else name


def value_words(model: type[Model], name: str, value: object) -> str:
    """Return a value in words: the label of a choice, yes or no, nothing for nothing."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    field = _field(model, name)
    choices = dict(field.flatchoices) if field else {}
    return str(choices.get(value, value))


def _field(model: type[Model], name: str) -> Field[Any, Any] | None:
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return field if isinstance(field, Field) else None


def model_rows(importable: Importable) -> tuple[list[str], list[list[str]]]:
    """Return the header of a model file and the row of examples."""
    return [each.name for each in importable.columns], [[each.example for each in importable.columns]]
