"""Registries as the ministry publishes them, a few rows each, and the files they come in."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook

FILES = Path(__file__).parent / "files"
STATE, PRIVATE, AUTONOMOUS = FILES / "state.csv", FILES / "private.csv", FILES / "autonomous.csv"


def text_of(path: Path = STATE) -> str:
    """The file as text, with its line ends."""
    return path.read_bytes().decode()


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """Keep a text as it is, line ends included."""
    path.write_bytes(text.encode(encoding))
    return path


def packed(folder: Path, kind: str, text: str) -> Path:
    """The same registry in another kind of file."""
    return PACKERS[kind](folder, text)


def _gzip(folder: Path, text: str) -> Path:
    path = folder / "scuole.csv.gz"
    path.write_bytes(gzip.compress(text.encode()))
    return path


def _zip(folder: Path, text: str) -> Path:
    path = folder / "scuole.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("SCUANAGRAFESTAT.csv", text.encode("cp1252"))
    return path


def _xlsx(folder: Path, text: str) -> Path:
    path = folder / "scuole.xlsx"
    book = Workbook(write_only=True)
    sheet = book.create_sheet("scuole")
    for row in csv.reader(io.StringIO(text)):
        sheet.append(row)
    book.save(path)
    return path


def _semicolons(folder: Path, text: str) -> Path:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";").writerows(csv.reader(io.StringIO(text)))
    return write(folder / "scuole.csv", buffer.getvalue(), "utf-8-sig")


PACKERS: dict[str, Callable[[Path, str], Path]] = {
    "gzip": _gzip,
    "zip": _zip,
    "xlsx": _xlsx,
    "semicolons": _semicolons,
}
