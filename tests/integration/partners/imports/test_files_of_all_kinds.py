"""Whatever a spreadsheet saves is read; what is no table is told why, and nothing of it is kept."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest
from django.test import Client

from partners.organisations.models import Organisation
from tests.factories.partners import tax_code
from tests.integration.partners.imports.steps import (
    HEADER,
    Press,
    a_workbook,
    body,
    checked,
    step,
    table,
    upload,
    words,
)
from vicinia.core.files.models import StoredFile
from vicinia.core.imports.runs.models import ImportRun

pytestmark = pytest.mark.django_db


def a_bomb() -> bytes:
    """A workbook of a few kilobytes that unfolds to three hundred megabytes."""
    buffer = io.BytesIO(a_workbook(body(1)))
    with (
        zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
        archive.open("xl/media/image1.png", "w", force_zip64=True) as member,
    ):
        for _number in range(300):
            member.write(b"\0" * 1024 * 1024)
    return buffer.getvalue()


def test_a_workbook_with_formulas_is_read_by_its_values_and_runs_nothing(press: Press) -> None:
    run = checked(
        press, a_workbook(body(1), (tax_code(2), '=CONCAT("a","b")', "Fontalba", "X")), "elenco.xlsx"
    )
    press(step(run, "confirm/"), choice="good")
    assert "=" not in "".join(Organisation.objects.values_list("name", flat=True))


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (table(body(1, "Città – «Perché»"), delimiter=";").encode("cp1252"), "cp1252.csv"),
        (table(body(1, "Città – «Perché»"), delimiter="\t").encode("utf-16"), "utf16.csv"),
        (table(body(1, "Città – «Perché»"), delimiter=";").encode("utf-8-sig"), "bom.csv"),
        (table(body(1, "Città – «Perché»")).encode(), "elenco.xlsx"),
        (gzip.compress(table(body(1, "Città – «Perché»")).encode()), "elenco.csv.gz"),
        (a_workbook(body(1, "Città – «Perché»")), "elenco.csv"),
    ],
    ids=["windows-1252;", "utf-16 tab", "bom;", "csv called xlsx", "gz", "xlsx called csv"],
)
def test_whatever_a_spreadsheet_saves_is_read_by_its_content(press: Press, content: bytes, name: str) -> None:
    run = checked(press, content, name)
    press(step(run, "confirm/"), choice="all")
    assert Organisation.objects.get().name == "Città – «Perché»"


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\x00 not a table", "elenco.csv", "Questa non è una tabella"),
        (b"", "elenco.csv", "Il file è vuoto"),
        (a_workbook(body(1))[:2000], "elenco.xlsx", "danneggiato"),
        (a_bomb(), "elenco.xlsx", "molto più grande"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "elenco.xlsx", "vecchio file Excel"),
        (",".join(HEADER).encode(), "elenco.csv", "nessuna riga"),
        (b"codice,codice\n1,2\n", "elenco.csv", "stesso nome"),
        ("a\x00b,c\n1,2\n".encode("utf-16"), "elenco.csv", "non è il nome di una colonna"),
    ],
    ids=["pdf", "empty", "cut workbook", "bomb", "old excel", "header only", "twice a name", "nul"],
)
def test_a_file_that_cannot_be_imported_is_told_why_and_leaves_nothing(
    press: Press, content: bytes, name: str, sentence: str
) -> None:
    assert sentence in words(upload(press, content, name))
    assert not ImportRun.objects.exists()
    assert not StoredFile.objects.exists()


def test_quotation_marks_keep_what_is_in_them_and_one_left_open_costs_its_row_alone(
    client: Client, press: Press
) -> None:
    lines = [
        ";".join(HEADER),
        f'{tax_code(1)};"La ""Soglia""; sede\r\ndi Fontalba";Fontalba;X',
        f'{tax_code(2)};"Il Filo;Fontalba;X',
        f"{tax_code(3)};Il Ponte;Fontalba;X",
    ]
    run = checked(press, "\r\n".join(lines).encode("cp1252"))
    press(step(run, "confirm/"), choice="good")
    assert set(Organisation.objects.values_list("name", flat=True)) == {
        'La "Soglia"; sede di Fontalba',
        "Il Ponte",
    }
    errors = b"".join(client.get(step(run, "errors/"), {"format": "csv"})).decode("utf-8-sig")
    assert tax_code(2) in errors
    assert "virgolett" in errors


def test_a_connection_lost_midway_keeps_nothing(press: Press) -> None:
    page = words(upload(press, table(body(1))[:-20], complete=""))
    assert "Il file non è arrivato intero" in page
    assert not ImportRun.objects.exists()
    assert not StoredFile.objects.exists()
