"""Tables that leave the platform as CSV or XLSX, never carrying a formula."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, dropwhile

from django.http import HttpResponse
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

Cell = str | int | float | Decimal | date | datetime | bool | None
Row = Sequence[Cell]

# A spreadsheet runs a text that starts with one of these (OWASP, CSV injection), as wide as Asian keyboards
# write them too, and after what it does not show.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def safe(cell: Cell) -> Cell:
    """Return the cell as a spreadsheet can show it: no formula, no zone on times."""
    if isinstance(cell, str) and (cell.startswith(FORMULA_STARTS) or seen(cell).startswith(FORMULA_STARTS)):
        return f"'{cell}"
    if isinstance(cell, datetime) and timezone.is_aware(cell):
        return timezone.localtime(cell).replace(tzinfo=None)
    return cell


def seen(text: str) -> str:
    """Return the text from its first character that shows: programs drop what stands before."""
    return "".join(dropwhile(lambda character: unicodedata.category(character) in UNSEEN, text))


def printable(cell: Cell) -> Cell:
    """Return the cell without the control characters that a workbook cannot hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", cell) if isinstance(cell, str) else cell


def csv_bytes(header: Row, rows: Iterable[Row]) -> bytes:
    """Write CSV the way Italian spreadsheets open it: `;` between cells, UTF-8 with its mark."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    # The header too: an import's file of errors has the columns of the file that was sent.
    for row in chain([header], rows):
        writer.writerow([italian(safe(cell)) for cell in row])
    return buffer.getvalue().encode("utf-8-sig")


def italian(cell: Cell) -> Cell:
    """Write decimals with a comma and times to the second."""
    if isinstance(cell, (Decimal, float)):
        return str(cell).replace(".", ",")
    if isinstance(cell, datetime):
        return cell.strftime("%d/%m/%Y %H:%M:%S")
    if isinstance(cell, date):
        return cell.strftime("%d/%m/%Y")
    return cell


def xlsx_bytes(header: Row, rows: Iterable[Row], *, title: str) -> bytes:
    """Write one sheet, row by row, so that memory does not grow with the rows."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    for row in chain([header], rows):
        sheet.append([printable(safe(cell)) for cell in row])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def download(name: str, header: Row, rows: Iterable[Row], *, as_xlsx: bool) -> HttpResponse:
    """Answer with the table as a file called `name`."""
    if as_xlsx:
        response = HttpResponse(xlsx_bytes(header, rows, title=name), content_type=XLSX)
    else:
        response = HttpResponse(csv_bytes(header, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.{"xlsx" if as_xlsx else "csv"}"'
    return response
