"""A table written in place or pasted from a spreadsheet."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.table_block.blocks import TableBlock as WagtailsTableBlock

from vicinia.core.formats import whole

from .groups import FIGURES

# What a person reads on a page; more is a file to download.
MOST_ROWS = 300
MOST_COLUMNS = 20


class TableBlock(WagtailsTableBlock):
    """A table written in place or pasted from a spreadsheet."""

    class Meta:
        label = _("table")
        icon = "table"
        group = FIGURES
        template = "blocks/table.html"
        description = _("Rows and columns, written here or pasted from a spreadsheet, with a caption.")
        preview_value = {
            "table_caption": "Orari dello sportello",
            "table_header_choice": "row",
            "first_row_is_table_header": True,
            "data": [
                ["Giorno", "Mattina", "Pomeriggio"],
                ["Lunedì", "9-13", "15-17"],
                ["Giovedì", "9-13", "15-18"],
            ],
        }

    def clean(self, value: Any) -> Any:
        """Refuse what nobody would read on a page, and say where it goes instead."""
        rows = (value or {}).get("data") or []
        if len(rows) > MOST_ROWS:
            raise ValidationError(
                gettext(
                    "The table has %(rows)s rows, and a page shows %(most)s at most. Nothing is lost: all "
                    "the rows are still here. Take some away, or publish the spreadsheet with the block "
                    "«Documents»."
                )
                % {"rows": whole(len(rows)), "most": whole(MOST_ROWS)}
            )
        if max((len(row) for row in rows), default=0) > MOST_COLUMNS:
            raise ValidationError(
                gettext(
                    "The table has more than %(most)s columns, which no screen shows. Nothing is lost: take "
                    "some away, or publish the spreadsheet with the block «Documents»."
                )
                % {"most": MOST_COLUMNS}
            )
        return super().clean(value)


DECONSTRUCT_ALIASES = {TableBlock: "wagtail.contrib.table_block.blocks.TableBlock"}
