"""Files of bodies, and the steps of an import as a person takes them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from tests.factories.partners import tax_code
from vicinia.core.imports.runs.models import ImportRun

KIND = "partners.organisations"
HEADER = ("codice_fiscale", "denominazione", "nome_comune", "ets_e_onlus")
MAPPING = {f"column_{number}": name for number, name in enumerate(HEADER)}
Press = Callable[..., Any]


def table(*rows: tuple[str, ...], header: tuple[str, ...] = HEADER, delimiter: str = ",") -> str:
    """The text of a CSV."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows([header, *rows])
    return text.getvalue()


def body(number: int, name: str = "Il Portone") -> tuple[str, ...]:
    """A good row."""
    return (tax_code(number), name, "Fontalba", "X")


def upload(press: Press, content: bytes | str, name: str = "elenco.csv", **data: Any) -> str:
    """Send a file at the first step."""
    data_bytes = content.encode() if isinstance(content, str) else content
    file = SimpleUploadedFile(name, data_bytes)
    return str(press(f"/cms/importazioni/new/{KIND}/", file=file, **{"complete": "1", **data}))


def checked(press: Press, content: bytes | str, name: str = "elenco.csv") -> ImportRun:
    """Send a file, match its columns, have it checked."""
    upload(press, content, name)
    run = ImportRun.objects.latest("pk")
    press(f"/cms/importazioni/{run.pk}/columns/", **MAPPING)
    run.refresh_from_db()
    return run


def step(run: ImportRun, name: str = "") -> str:
    """The address of one of an import's pages."""
    return f"/cms/importazioni/{run.pk}/{name}"


def words(html: str) -> str:
    """The text of a page, on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def a_workbook(*rows: tuple[str, ...]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADER, *rows):
        sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
