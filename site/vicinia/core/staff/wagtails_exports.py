"""The exports of Wagtail's own lists (reports, redirects), whose views no setting lets us choose."""

from __future__ import annotations

from typing import Any

from wagtail.admin.views.mixins import SpreadsheetExportMixin

from vicinia.core.tables import safe

as_wagtail_writes_it = SpreadsheetExportMixin.preprocess_field_value


def never_a_formula(view: SpreadsheetExportMixin, field: str, value: object, export_format: str) -> Any:
    """Return the cell as Wagtail writes it, a page called `=HYPERLINK(...)` as the text that it is."""
    return safe(as_wagtail_writes_it(view, field, value, export_format))


def connect() -> None:
    """Write every cell of those exports so."""
    SpreadsheetExportMixin.preprocess_field_value = never_a_formula
