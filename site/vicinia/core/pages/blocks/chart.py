"""A chart from pasted or uploaded figures."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock

from vicinia.core.charts import Figures, FiguresUnreadable, bars, lines, read_figures
from vicinia.core.components import Column, Table
from vicinia.core.formats import number

from .groups import FIGURES

KINDS = [("bars", _("bars: to compare")), ("lines", _("lines: how it changes over time"))]
MOST_CHARACTERS = 20_000


class ChartBlock(blocks.StructBlock):
    """A chart drawn from a table, with the table for whoever does not see it."""

    title = blocks.CharBlock(
        label=_("title"),
        max_length=150,
        help_text=_("What is counted: «Women received by the centre, by year»."),
    )
    summary = blocks.TextBlock(
        label=_("what it shows, in words"),
        max_length=400,
        help_text=_(
            "Read by everybody, and in place of the drawing by those who do not see it: «From 61 "
            "to 96 in five years»."
        ),
    )
    kind = blocks.ChoiceBlock(label=_("drawing"), choices=KINDS, default="bars")
    data = blocks.TextBlock(
        label=_("figures"),
        required=False,
        search_index=False,
        rows=6,
        help_text=_(
            "Copy the cells from a spreadsheet and paste them here: names in the first column, "
            "their headings in the first row."
        ),
    )
    file = DocumentChooserBlock(
        label=_("or a file"),
        required=False,
        help_text=_("CSV or XLSX, with the same columns; readers can download it."),
    )
    unit = blocks.CharBlock(
        label=_("unit"), max_length=20, required=False, help_text=_("For example: €; %; hours.")
    )
    source = blocks.CharBlock(
        label=_("source and date"),
        max_length=150,
        help_text=_("Who counted, and when: «Social services office, 31 December 2025»."),
    )

    class Meta:
        label = _("chart")
        icon = "sliders"
        group = FIGURES
        template = "blocks/chart.html"
        description = _(
            "Bars or lines, drawn from cells that you paste or from a file; the table goes with it."
        )
        preview_value = {
            "title": "Donne accolte dal centro, per anno",
            "summary": "Da 61 a 96 in tre anni.",
            "kind": "bars",
            "data": "Anno\tDonne\n2023\t61\n2024\t78\n2025\t96",
            "unit": "",
            "source": "Centro antiviolenza, 31 dicembre 2025",
        }

    def clean(self, value: Any) -> Any:
        """Refuse what cannot be drawn, saying where and why; a draft may wait for its figures."""
        cleaned = super().clean(value)
        if self.is_deferred_validation and not cleaned["data"] and not cleaned["file"]:
            return cleaned
        field = "file" if cleaned["file"] and not cleaned["data"] else "data"
        try:
            figures_of(cleaned)
        except FiguresUnreadable as error:
            raise StructBlockValidationError(block_errors={field: ValidationError(str(error))}) from error
        return cleaned

    def get_context(self, value: Any, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Add the shapes and the table; nothing to draw where the file is gone."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        try:
            figures = figures_of(value)
        except FiguresUnreadable:
            return context
        return {
            **context,
            "groups": bars(figures) if value["kind"] == "bars" else (),
            "lines": lines(figures) if value["kind"] == "lines" else None,
            "series": figures.series if len(figures.series) > 1 else (),
            "table": table_of(figures, value["title"], value["unit"]),
        }


def figures_of(value: Mapping[str, Any]) -> Figures:
    """Read what was pasted, or else the file; raise FiguresUnreadable where there is nothing to draw."""
    if data := (value["data"] or "").strip(" \r\n"):
        if len(data) > MOST_CHARACTERS:
            raise FiguresUnreadable(
                gettext(
                    "You pasted %(found)s characters: a chart that people can read has 40 rows at "
                    "most. Nothing "
                    "is lost: take some away, or publish the spreadsheet with the block «Documents»."
                )
                % {"found": number(len(data))}
            )
        # Spreadsheets often leave the corner empty.
        corner = gettext("Item") if data[0] in "\t;," else ""
        return read_figures(io.BytesIO((corner + data).encode()))
    if not value["file"]:
        raise FiguresUnreadable(gettext("Paste the figures here, or choose a file that holds them."))
    try:
        with value["file"].open_file() as file:
            return read_figures(io.BytesIO(file.read()))
    except OSError as error:
        raise FiguresUnreadable(gettext("The file cannot be opened: choose another one.")) from error


def table_of(figures: Figures, caption: str, unit: str) -> Table:
    """Return the same figures as a table."""
    suffix = f" ({unit})" if unit else ""
    return Table(
        caption,
        (
            Column(figures.heading),
            *(Column(f"{each.name}{suffix}", is_numeric=True) for each in figures.series),
        ),
        tuple(
            (
                label,
                *("–" if (value := each.values[row]) is None else number(value) for each in figures.series),
            )
            for row, label in enumerate(figures.labels)
        ),
    )
