"""How long the national registry of schools takes and how much memory: both databases, and a workbook."""

from __future__ import annotations

import csv
import gzip
import io
import random
from pathlib import Path

from openpyxl import Workbook

from tests.load.results import report, say, wanted
from tests.load.workshop import ROOT, Workshop, workshop

REGISTRY = ROOT.parent / "shared" / "data" / "schools-state-2025-26.csv.gz"
ROWS = 50_349
COLUMNS = (
    "ANNOSCOLASTICO,AREAGEOGRAFICA,REGIONE,PROVINCIA,CODICEISTITUTORIFERIMENTO,DENOMINAZIONEISTITUTORIFERIMENTO,"
    "CODICESCUOLA,DENOMINAZIONESCUOLA,INDIRIZZOSCUOLA,CAPSCUOLA,CODICECOMUNESCUOLA,DESCRIZIONECOMUNE,"
    "DESCRIZIONECARATTERISTICASCUOLA,DESCRIZIONETIPOLOGIAGRADOISTRUZIONESCUOLA,INDICAZIONESEDEDIRETTIVO,"
    "INDICAZIONESEDEOMNICOMPRENSIVO,INDIRIZZOEMAILSCUOLA,INDIRIZZOPECSCUOLA,SITOWEBSCUOLA,SEDESCOLASTICA"
)


def main() -> None:
    """Measure on SQLite, then on PostgreSQL."""
    with workshop() as shop:
        path = REGISTRY if REGISTRY.is_file() else generated(shop.folder / "schools.csv.gz")
        rows = count_rows(path)
        say(f"{rows} rows of {path.name}")
        if wanted("schools.import.sqlite"):
            measure(shop, path, rows, "sqlite", shop.environment["DATABASE_URL"])
        if wanted("schools.import.xlsx"):
            measure_workbook(shop, path)
        if wanted("schools.import.postgres"):
            with shop.postgres() as url:
                measure(shop, path, rows, "postgres", url)


def measure(shop: Workshop, path: Path, rows: int, database: str, url: str) -> None:
    """Import into an empty database, then again, when nothing changes."""
    say(f"{database}: making the tables")
    shop.manage("migrate", "--verbosity", "0", DATABASE_URL=url)
    say(f"{database}: importing")
    first = shop.manage("import_schools", path, DATABASE_URL=url)
    name = f"schools.import.{database}"
    report(f"{name}.seconds", first.seconds, "s", at_most=20)
    report(f"{name}.peak_mb", first.peak_mb, "MB", at_most=300)
    report(f"{name}.rows_per_second", rows / first.seconds, "rows/s")
    again = shop.manage("import_schools", path, DATABASE_URL=url)
    report(f"{name}.again.seconds", again.seconds, "s", at_most=20)


def measure_workbook(shop: Workshop, path: Path) -> None:
    """Import the same registry as a spreadsheet saves it, into an empty SQLite database."""
    say("xlsx: writing the workbook and making the tables")
    book, workbook = Workbook(write_only=True), shop.folder / "schools.xlsx"
    sheet = book.create_sheet()
    with gzip.open(path, "rt", encoding="utf-8-sig", newline="") as file:
        for cells in csv.reader(file):
            sheet.append(cells)
    book.save(workbook)
    url = f"sqlite:///{shop.folder}/xlsx.sqlite3"
    shop.manage("migrate", "--verbosity", "0", DATABASE_URL=url)
    say("xlsx: importing")
    used = shop.manage("import_schools", workbook, DATABASE_URL=url)
    report("schools.import.xlsx.seconds", used.seconds, "s", at_most=40)
    report("schools.import.xlsx.peak_mb", used.peak_mb, "MB", at_most=300)


def count_rows(path: Path) -> int:
    """Rows without the header; no field of the registry holds a line break."""
    with gzip.open(path, "rb") as file:
        return sum(1 for _line in file) - 1


def generated(path: Path) -> Path:
    """A registry of the same size and layout, the same at every run."""
    chance = random.Random(2026)
    kinds = ["IC", "AA", "EE", "MM", "IS", "PS", "TD", "RC"]
    with gzip.open(path, "wb", compresslevel=1) as packed, io.TextIOWrapper(packed, newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        file.write(f"{COLUMNS}\r\n")
        for number in range(ROWS):
            writer.writerow(row(number, chance, kinds))
    return path


def row(number: int, chance: random.Random, kinds: list[str]) -> list[str]:
    """One school: every eighth is the institute of the seven that follow."""
    institute = number - number % 8
    code = f"ZZ{kinds[number % 8]}{number:05}A"
    is_seat = "NO" if number % 8 else "SI"
    website = "Non Disponibile" if number % 3 else f"https//www.scuola{number}.example"
    return [
        "202526", "CENTRO", "REGIONE DI PROVA", "PROVA", f"ZZIC{institute:05}A",
        f"ISTITUTO COMPRENSIVO NUMERO {institute}", code, f"SCUOLA NUMERO {number}",
        f"VIA DELLE PROVE, {chance.randint(1, 300)}", f"{chance.randint(10, 98_000):05}",
        f"{chance.choice('ABCDEFGHL')}{chance.randint(1, 999):03}", f"COMUNE {chance.randint(1, 7000)}",
        "NORMALE", "ISTITUTO COMPRENSIVO" if number % 8 == 0 else "SCUOLA PRIMARIA",
        is_seat, "Non Disponibile", f"{code.lower()}@istruzione.example",
        f"{code.lower()}@pec.istruzione.example",
        website, is_seat,
    ]  # fmt: skip


if __name__ == "__main__":
    main()
