"""Opening a table, whatever kind of file it came in."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.utils.translation import gettext as _

from . import containers
from .delimited import DelimitedTable
from .model import Limits, Table, TableUnreadable
from .workbook import WorkbookTable


@contextmanager
def open_table(source: Path | IO[bytes], limits: Limits | None = None) -> Iterator[Table]:
    """Open a table for reading; `source` is a path or a seekable binary file.

    Raises TableUnreadable, before any row is read, when the file is absent, damaged, empty, no table
    or too large once opened.
    """
    limits = limits or Limits()
    if not isinstance(source, Path):
        yield _table(source, limits)
        return
    try:
        file = source.open("rb")
    except OSError as error:
        raise TableUnreadable(
            _("The file %(path)s cannot be opened: %(reason)s.")
            % {"path": source, "reason": error.strerror or error}
        ) from error
    with file:
        yield _table(file, limits)


def _table(source: IO[bytes], limits: Limits) -> Table:
    source.seek(0)
    start = source.read(4)
    if start.startswith(containers.OLD_EXCEL):
        raise TableUnreadable(
            _("This is an old or protected Excel file: save it as .xlsx, without a password.")
        )
    if start in {containers.ZIP, containers.EMPTY_ZIP}:
        return _archived(source, containers.open_zip(source), limits)
    if start.startswith(containers.GZIP):
        return DelimitedTable(lambda: containers.bounded(_gunzip(source), limits), limits)
    return DelimitedTable(lambda: containers.bounded(_from_start(source), limits), limits)


def _archived(source: IO[bytes], archive: zipfile.ZipFile, limits: Limits) -> Table:
    if containers.is_workbook(archive):
        return WorkbookTable(source, archive, limits)
    member = containers.only_table(archive)
    if member.filename.lower().endswith(".xlsx"):
        inner = containers.unpack(archive, member, limits)
        return WorkbookTable(inner, containers.open_zip(inner), limits)
    return DelimitedTable(lambda: containers.bounded(_member(archive, member), limits), limits)


def _from_start(source: IO[bytes]) -> IO[bytes]:
    source.seek(0)
    return source


def _gunzip(source: IO[bytes]) -> IO[bytes]:
    return gzip.GzipFile(fileobj=_from_start(source))  # type: ignore[return-value]


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> IO[bytes]:
    try:
        return archive.open(member)
    except containers.DAMAGED as error:
        raise containers.damaged() from error
