"""What a reader meets while doing something: messages, progress, tables, long lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

from django.core.paginator import Page

from .basics import Link, Text

Level = Literal["information", "success", "attention", "danger"]
StepStatus = Literal["done", "current", "todo"]
# Columns of a table that are read beside each other on the narrowest telephone.
FIT_A_PHONE = 2


@dataclass(frozen=True, slots=True)
class Message:
    """Something to tell the reader here and now."""

    level: Level
    text: Text
    title: Text = ""
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class EmptyState:
    """What would be here, and how to start."""

    title: Text
    text: Text = ""
    action: Link | None = None


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One dated fact of a procedure or of an emergency."""

    date_text: Text
    title: Text
    text: Text = ""
    url: str = ""
    status: StepStatus = "done"


@dataclass(frozen=True, slots=True)
class StepperItem:
    """One page of a long form, by name."""

    label: Text
    status: StepStatus
    url: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; numeric ones are set to the end of the cell."""

    label: Text
    is_numeric: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell as the template reads it: a text or a link, perhaps with a line below."""

    text: Text
    link: Link | None = None
    is_numeric: bool = False
    note: Text = ""
    # The column's name, shown beside the value where the table folds.
    label: Text = ""

    @classmethod
    def of(cls, value: Text | Link | Cell, column: Column) -> Cell:
        """Build from a row's value."""
        if isinstance(value, Link):
            cell = cls(value.label, value)
        else:
            cell = value if isinstance(value, Cell) else cls(value)
        return replace(cell, is_numeric=column.is_numeric, label=column.label)


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption; the first cell of each row is its heading. Values are texts, links, Cells."""

    caption: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Text | Link | Cell, ...], ...]
    note: Text = ""

    @property
    def folds(self) -> bool:
        """More columns than a telephone is wide for: there each row is a card."""
        return len(self.columns) > FIT_A_PHONE

    @property
    def aligned_rows(self) -> tuple[tuple[Cell, ...], ...]:
        """Rows whose cells know their column; a row longer or shorter than the header is an error."""
        return tuple(
            tuple(Cell.of(value, column) for value, column in zip(row, self.columns, strict=True))
            for row in self.rows
        )


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page number of a list; a gap has number 0."""

    number: int
    url: str = ""
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Pagination:
    """Where the reader is in a long list."""

    pages: tuple[PageLink, ...]
    previous_url: str = ""
    next_url: str = ""
    total: int = 0

    @classmethod
    def from_page(cls, page: Page[Any], url_for: Callable[[int], str]) -> Pagination:
        """Build from a Django page; `url_for(number)` gives the address that keeps the filters."""
        numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
        return cls(
            pages=tuple(
                PageLink(number, url_for(number), is_current=number == page.number)
                if isinstance(number, int)
                else PageLink(0)
                for number in numbers
            ),
            previous_url=url_for(page.previous_page_number()) if page.has_previous() else "",
            next_url=url_for(page.next_page_number()) if page.has_next() else "",
            total=page.paginator.count,
        )
