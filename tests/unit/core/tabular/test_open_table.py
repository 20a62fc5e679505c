"""A table is read whatever kind of file it came in; one bad row costs one row."""

from __future__ import annotations

import gzip
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from vicinia.core.tabular import Limits, Row, TableUnreadable, open_table

TABLE = "Codice;Nome\r\n001;Città\r\n002;Perù\r\n"


def rows(content: bytes, limits: Limits | None = None) -> list[Row]:
    with open_table(io.BytesIO(content), limits) as table:
        return list(table.rows())


def cells(content: bytes, limits: Limits | None = None) -> list[dict[str, str]]:
    return [dict(row.cells) for row in rows(content, limits)]


def workbook(lines: list[list[object]]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in lines:
        sheet.append(line)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def archive(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name.replace("__", "."), content)
    return buffer.getvalue()


EXPECTED = [{"Codice": "001", "Nome": "Città"}, {"Codice": "002", "Nome": "Perù"}]


@pytest.mark.parametrize(
    "content",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("cp1252"),
        TABLE.encode("utf-16"),
        TABLE.replace(";", ",").encode(),
        TABLE.replace(";", "\t").encode(),
        TABLE.replace("\r\n", "\n").rstrip().encode(),
        gzip.compress(TABLE.encode()),
        archive(scuole__csv=TABLE.encode()),
        archive(scuole__csv=TABLE.encode("cp1252"), LEGGIMI__md=b"# note"),
        workbook([["Codice", "Nome"], ["001", "Città"], ["002", "Perù"]]),
        archive(scuole__xlsx=workbook([["Codice", "Nome"], ["001", "Città"], ["002", "Perù"]])),
    ],
    ids=[
        "utf-8", "with a mark", "windows-1252", "utf-16", "commas", "tabs", "no last line end", "gzip", "zip",
        "zip with a note", "xlsx", "zipped xlsx",
    ],
)  # fmt: skip
def test_the_same_rows_come_out_of_every_kind_of_file(content: bytes) -> None:
    assert cells(content) == EXPECTED


def test_columns_are_known_by_name_wherever_they_stand() -> None:
    assert cells(b"Nome;Codice\nCasa;7\n") == [{"Nome": "Casa", "Codice": "7"}]


def test_quotation_marks_commas_and_line_breaks_inside_a_cell_are_kept() -> None:
    content = b'Codice,Nome\n1,"Istituto ""Rodari"", sede\ncentrale"\n2,Altro\n'
    assert [(row.line, row.cells["Nome"]) for row in rows(content)] == [
        (2, 'Istituto "Rodari", sede\ncentrale'),
        (4, "Altro"),
    ]


def test_a_quotation_mark_left_open_costs_its_row_only() -> None:
    content = 'Codice;Nome\n1;prima\n2;"aperta\n3;terza\n' + "".join(f"{n};riga {n}\n" for n in range(4, 400))
    found = rows(content.encode())
    assert [(row.line, row.problem != "") for row in found[:3]] == [(2, False), (3, True), (4, False)]
    assert len(found) == 399
    assert found[-1].cells == {"Codice": "399", "Nome": "riga 399"}


def test_a_row_with_too_few_or_too_many_cells_is_named_by_line_and_the_rest_is_read() -> None:
    found = rows(b"a;b;c\n1;2;3\n1;2\n1;2;3;4\n1;2;3;;\n")
    assert [row.line for row in found if row.problem] == [3, 4]
    assert "2" in found[1].problem
    assert [row.line for row in found if not row.problem] == [2, 5]


def test_a_byte_that_is_no_letter_costs_its_row_only() -> None:
    content = "Nome\nCittà\nPerù\nCaffè\n".encode() + b"rott\xffo\n" + "Là\n".encode()
    assert [bool(row.problem) for row in rows(content)] == [False, False, False, True, False]


def test_empty_rows_and_nameless_columns_are_passed_over() -> None:
    assert cells(b"a;b;\n1;2;\n;;\n\n3;4;\n") == [{"a": "1", "b": "2"}, {"a": "3", "b": "4"}]


def test_numbers_and_dates_of_a_sheet_come_as_a_csv_would_write_them() -> None:
    found = cells(workbook([["n", "d", "v"], [65121, date(2026, 3, 2), 1.5]]))
    assert found == [{"n": "65121", "d": "2026-03-02", "v": "1.5"}]


def test_the_lines_of_a_sheet_are_those_that_excel_shows() -> None:
    assert [row.line for row in rows(workbook([["a"], ["1"], [None], ["2"]]))] == [2, 4]


def test_a_table_can_be_read_twice() -> None:
    with open_table(io.BytesIO(gzip.compress(TABLE.encode()))) as table:
        assert [row.line for row in table.rows()] == [row.line for row in table.rows()] == [2, 3]
        assert table.lines == 3


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   \n",
        b";;\n1;2\n",
        b"%PDF-1.7\n\x00\x01\x02",
        b"\xd0\xcf\x11\xe0" + b"\x00" * 512,
        b"a;a\n1;2\n",
        gzip.compress(TABLE.encode())[:-12],
        b"\x1f\x8b" + b"nonsense",
        b"PK\x03\x04" + b"nonsense",
        archive(a__csv=b"x\n1\n")[:-30],
        archive(a__csv=b"x\n1\n", b__csv=b"x\n1\n"),
        archive(a__pdf=b"x"),
        workbook([]),
        workbook([["a"], ["1"]])[:-200],
    ],
    ids=[
        "nothing", "blank", "no names", "a pdf", "old excel", "one name twice", "cut gzip", "false gzip",
        "false zip", "cut zip", "two tables", "no table", "empty sheet", "cut xlsx",
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused_with_one_sentence(content: bytes) -> None:
    with pytest.raises(TableUnreadable) as refusal:
        rows(content)
    sentence = str(refusal.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 200


def test_a_file_that_is_not_there_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(TableUnreadable, match=r"scuole\.csv"), open_table(tmp_path / "scuole.csv"):
        pass


def test_a_password_is_asked_away() -> None:
    # Bit 0 of the flags says that a member is encrypted, in the local header and in the directory.
    content = bytearray(archive(a__csv=b"x\n1\n"))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(TableUnreadable, match="password"):
        rows(bytes(content))
