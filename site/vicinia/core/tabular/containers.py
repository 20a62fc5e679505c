"""What a file is, from its first bytes, and the bytes inside it, never more than the limit."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from typing import IO, TYPE_CHECKING

from django.utils.translation import gettext as _

from .model import Limits, TableUnreadable

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

GZIP = b"\x1f\x8b"
ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
TABLE_SUFFIXES = (".csv", ".txt", ".tsv", ".xlsx")
DAMAGED = (zlib.error, EOFError, gzip.BadGzipFile, zipfile.BadZipFile, NotImplementedError, RuntimeError)


def damaged() -> TableUnreadable:
    """The error for an archive that does not open."""
    return TableUnreadable(_("The compressed file is damaged or incomplete: download it again."))


def too_large() -> TableUnreadable:
    """The error for a file that unfolds beyond the limit."""
    return TableUnreadable(_("Once opened, the file is far larger than a table should be: it was not read."))


class BoundedReader(io.RawIOBase):
    """Bytes of a possibly compressed stream, stopping at the limit and naming the damage."""

    def __init__(self, stream: IO[bytes], limit: int) -> None:
        super().__init__()
        self._stream = stream
        self._left = limit

    def readable(self) -> bool:
        """It can be read, once."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill the buffer as BufferedReader asks."""
        view = memoryview(buffer).cast("B")
        try:
            data = self._stream.read(len(view))
        except DAMAGED as error:
            raise damaged() from error
        self._left -= len(data)
        if self._left < 0:
            raise too_large()
        view[: len(data)] = data
        return len(data)


def is_workbook(archive: zipfile.ZipFile) -> bool:
    """Tell an XLSX from an archive of other files."""
    return "[Content_Types].xml" in archive.namelist()


def open_zip(source: IO[bytes]) -> zipfile.ZipFile:
    """Open an archive or say that it is damaged."""
    try:
        return zipfile.ZipFile(source)
    except DAMAGED as error:
        raise damaged() from error


def only_table(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """Return the one table of an archive."""
    tables = [
        member
        for member in archive.infolist()
        if member.filename.lower().endswith(TABLE_SUFFIXES) and not member.filename.startswith("__MACOSX/")
    ]
    if len(tables) != 1:
        raise TableUnreadable(
            _("The archive must hold one table (.csv or .xlsx): this one holds %(number)d.")
            % {"number": len(tables)}
        )
    if tables[0].flag_bits & 0x1:
        raise TableUnreadable(_("The archive is protected by a password: send it without."))
    return tables[0]


def unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits) -> io.BytesIO:
    """Return a member's bytes in memory: only for a workbook, which must be read back and forth."""
    with archive.open(member) as stream:
        return io.BytesIO(io.BufferedReader(BoundedReader(stream, limits.inflated_bytes // 8)).read())


def bounded(stream: IO[bytes], limits: Limits) -> io.BufferedReader:
    """Return the stream as readers want it, stopping at the limit."""
    return io.BufferedReader(BoundedReader(stream, limits.inflated_bytes), buffer_size=1024 * 1024)
