"""What whoever runs `manage.py import_schools` reads."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest
from django.core.management import call_command

from partners.management.commands import import_schools as command
from partners.schools.models import School
from partners.schools.registry.models import SchoolImport
from tests.integration.partners.registry_files import STATE, text_of, write
from vicinia.core.progress_bar import ProgressBar

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def run(path: Path | str, **options: object) -> str:
    output = io.StringIO()
    call_command("import_schools", str(path), stdout=output, **options)
    return output.getvalue()


def test_it_says_what_is_new_and_the_second_time_that_nothing_is() -> None:
    assert "6 nuove, 0 cambiate, 0 invariate" in run(STATE)
    assert "0 nuove, 0 cambiate, 6 invariate" in run(STATE)


def test_it_names_each_refused_row_and_writes_them_to_a_file(tmp_path: Path) -> None:
    broken = text_of().replace("MLEE801017", "NIENTE").replace("MLAA801012,Non Disponibile", "MLAA801012,")
    refused = tmp_path / "scartate.csv"
    output = run(write(tmp_path / "a.csv", broken), refused=refused)
    assert "Riga 2, NIENTE:" in output
    assert "Riga 4, MLAA801012:" in output
    assert "Righe scartate: 2." in output
    assert refused.read_text(encoding="utf-8-sig").splitlines()[1].startswith("2;NIENTE;")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("assente.csv", None),
        ("vuoto.csv", b""),
        ("comuni.csv", b"Codice Regione;Denominazione\r\n01;Fontalba\r\n"),
        ("colonne.csv", text_of().replace("CODICECOMUNESCUOLA", "COMUNE").encode()),
        ("tagliato.csv.gz", gzip.compress(text_of().encode())[:-20]),
        ("finto.zip", b"PK\x03\x04 non sono uno zip"),
        ("finto.xlsx", b"%PDF-1.7\x00"),
    ],
)
def test_a_wrong_file_stops_it_with_one_sentence_and_nothing_is_written(
    name: str, content: bytes | None, tmp_path: Path
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    errors = io.StringIO()
    with pytest.raises(SystemExit) as stop:
        call_command("import_schools", str(path), stderr=errors)
    assert stop.value.code == 1
    sentence = errors.getvalue().strip()
    assert sentence
    assert "\n" not in sentence
    assert not School.objects.exists()
    assert not SchoolImport.objects.exists()


def test_an_interruption_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(**_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "import_schools", interrupted)
    errors = io.StringIO()
    with pytest.raises(SystemExit) as stop:
        call_command("import_schools", str(STATE), stderr=errors)
    assert stop.value.code == 130
    assert "esegui di nuovo il comando" in errors.getvalue()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_a_bar_and_a_log_plain_lines() -> None:
    terminal, log = Terminal(), io.StringIO()
    for stream in (terminal, log):
        bar = ProgressBar(stream)
        for done in (0, 500, 1_000):
            bar("Lettura", done, 1_000)
        bar.close()
    assert terminal.getvalue().count("\r") == 3
    assert "█" * 30 in terminal.getvalue()
    assert terminal.getvalue().endswith("\n")
    assert log.getvalue() == "Lettura: 0/1.000\n"
