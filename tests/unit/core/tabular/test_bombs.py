"""A small file that would fill the memory once opened is refused, quickly."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile

import pytest

from vicinia.core.tabular import Limits, TableUnreadable, open_table

SMALL = Limits(inflated_bytes=2_000_000, cells=10_000)
SHEET = (
    '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{rows}</sheetData></worksheet>"
)
PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'spreadsheetml.sheet.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Target="xl/workbook.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/officeDocument"/></Relationships>'
    ),
    "xl/workbook.xml": (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Target="worksheets/sheet1.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/worksheet"/></Relationships>'
    ),
}


def xlsx(rows: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**PARTS, "xl/worksheets/sheet1.xml": SHEET.format(rows=rows)}.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def cell(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def refused(content: bytes) -> str:
    with pytest.raises(TableUnreadable) as refusal, open_table(io.BytesIO(content), SMALL) as table:
        list(table.rows())
    return str(refusal.value)


def test_a_sound_small_workbook_is_read() -> None:
    content = xlsx(f'<row r="1">{cell("A1", "Codice")}</row><row r="2">{cell("A2", "7")}</row>')
    with open_table(io.BytesIO(content), SMALL) as table:
        assert [row.cells["Codice"] for row in table.rows()] == ["7"]


def test_one_cell_in_the_farthest_corner_is_refused_before_the_sheet_is_laid_out() -> None:
    content = xlsx(f'<row r="1">{cell("A1", "x")}</row><row r="1048576">{cell("XFD1048576", "x")}</row>')
    assert len(content) < 2_000
    assert "1048576" in refused(content).replace(".", "")


def test_a_workbook_that_unfolds_beyond_the_limit_is_refused() -> None:
    assert refused(xlsx(f'<row r="1">{cell("A1", "x" * 3_000_000)}</row>'))


def test_a_workbook_that_lies_about_its_size_is_refused() -> None:
    content = bytearray(xlsx(f'<row r="1">{cell("A1", "x" * 3_000_000)}</row>'))
    # The directory says that the sheet is 100 bytes long.
    position = content.rindex(b"PK\x01\x02")
    struct.pack_into("<L", content, position + 24, 100)
    assert refused(bytes(content))


def test_a_gzip_and_a_zip_that_unfold_beyond_the_limit_are_refused() -> None:
    text = b"Codice\n" + b"7\n" * 2_000_000
    assert refused(gzip.compress(text))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("scuole.csv", text)
    assert refused(buffer.getvalue())


def test_a_line_without_end_is_refused() -> None:
    limits = Limits(line_characters=1_000)
    with pytest.raises(TableUnreadable), open_table(io.BytesIO(b"Codice\n" + b"7" * 2_000), limits) as table:
        list(table.rows())
