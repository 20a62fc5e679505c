"""Exports open in an Italian spreadsheet as they are meant, and run nothing."""

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from vicinia.core.tables import FORMULA_STARTS, csv_bytes, download, safe, xlsx_bytes


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+39 0123",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\ufeff=1",
        "\uff1d1",
        '=HYPERLINK("http://example.com")',
    ],
)
def test_a_text_that_a_spreadsheet_would_run_is_shown_instead(cell: str) -> None:
    assert safe(cell) == f"'{cell}"
    assert read_csv(csv_bytes(["x"], [[cell]]))[1] == [f"'{cell}"]
    sheet = load_workbook(io.BytesIO(xlsx_bytes(["x"], [[cell.replace("\r", "")]], title="t"))).active
    assert sheet["A2"].data_type != "f"


def test_what_a_workbook_cannot_hold_hides_no_formula_behind_it() -> None:
    sheet = load_workbook(io.BytesIO(xlsx_bytes(["x"], [["\x01=1+1"]], title="t"))).active
    assert (sheet["A2"].data_type, sheet["A2"].value) == ("s", "'=1+1")


def test_a_column_named_by_somebody_elses_file_runs_nothing_either() -> None:
    assert read_csv(csv_bytes(["=1+1"], []))[0] == ["'=1+1"]
    sheet = load_workbook(io.BytesIO(xlsx_bytes(["=1+1", "a\x01b"], [], title="t"))).active
    assert (sheet["A1"].data_type, sheet["A1"].value, sheet["B1"].value) == ("s", "'=1+1", "ab")


@given(st.text())
def test_no_text_leaves_as_a_formula(text: str) -> None:
    assert not str(safe(text)).startswith(FORMULA_STARTS)


def test_numbers_stay_numbers_even_below_zero() -> None:
    assert safe(-2) == -2
    assert safe(Decimal("-2.50")) == Decimal("-2.50")


def test_csv_is_of_the_kind_that_italian_spreadsheets_open() -> None:
    content = csv_bytes(
        ["Ente", "Importo", "Data"],
        [["Perché no; APS", Decimal("1234.50"), date(2026, 3, 9)]],
    )
    assert content.startswith(b"\xef\xbb\xbf")
    assert read_csv(content) == [["Ente", "Importo", "Data"], ["Perché no; APS", "1234,50", "09/03/2026"]]


def test_times_leave_in_italian_time() -> None:
    noon = datetime(2026, 7, 1, 10, 0, tzinfo=UTC)
    assert read_csv(csv_bytes(["Ora"], [[noon]]))[1] == ["01/07/2026 12:00:00"]
    sheet = load_workbook(io.BytesIO(xlsx_bytes(["Ora"], [[noon]], title="t"))).active
    assert sheet["A2"].value == datetime(2026, 7, 1, 12, 0)  # noqa: DTZ001 - spreadsheets know no zones


def test_xlsx_keeps_numbers_dates_and_a_title_of_any_length() -> None:
    rows = [["a", 3, Decimal("2.5"), date(2026, 1, 2), None]]
    book = load_workbook(io.BytesIO(xlsx_bytes(["A", "B", "C", "D", "E"], rows, title="t" * 40)))
    assert book.active.title == "t" * 31
    values = [cell.value for cell in book.active[2]]
    assert values[:3] == ["a", 3, 2.5]
    assert values[3] == datetime(2026, 1, 2)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("as_xlsx", "name", "kind"),
    [(False, "iscritti.csv", "text/csv"), (True, "iscritti.xlsx", "spreadsheetml")],
)
def test_a_download_has_a_name_and_a_type(*, as_xlsx: bool, name: str, kind: str) -> None:
    response = download("iscritti", ["A"], [["b"]], as_xlsx=as_xlsx)
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert kind in response["Content-Type"]
