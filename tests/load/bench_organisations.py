"""Importing the real list of bodies (time, memory, the library's own path beside ours), and listing it."""

from __future__ import annotations

import csv
import io
import random
import zipfile
from pathlib import Path

from stdnum import luhn

from tests.load.results import report, say, wanted
from tests.load.workshop import ROOT, Workshop, workshop

LIST = ROOT.parent / "shared" / "data" / "five-per-mille.zip"
ROWS = 71_498
# The library takes its time: a part of the file stands for the whole.
PART = 5_000
COLUMNS = ("codice_fiscale", "denominazione", "nome_comune", "ets_e_onlus", "asd", "comuni")


def main() -> None:
    """Measure on SQLite, then on PostgreSQL, then against the library."""
    with workshop() as shop:
        path = LIST if LIST.is_file() else generated(shop.folder / "list.zip")
        if wanted("organisations.import.sqlite"):
            say("sqlite: making the tables")
            measure(shop, path, "sqlite", shop.migrated("organisations"))
        if wanted("organisations.import.postgres"):
            with shop.postgres() as url:
                say("postgres: making the tables")
                shop.manage("migrate", "--verbosity", "0", DATABASE_URL=url)
                measure(shop, path, "postgres", url)
        if wanted("organisations.import.ratio_to_default"):
            compare(shop, path)
        if wanted("organisations.list"):
            open_list(shop, path)


def measure(shop: Workshop, path: Path, database: str, url: str) -> None:
    """Import into a database without bodies, then again, when nothing changes."""
    say(f"{database}: importing")
    first = shop.manage("import_organisations", path, DATABASE_URL=url)
    name = f"organisations.import.{database}"
    report(f"{name}.seconds", first.seconds, "s", at_most=60)
    report(f"{name}.peak_mb", first.peak_mb, "MB", at_most=400)
    again = shop.manage("import_organisations", path, DATABASE_URL=url)
    report(f"{name}.again.seconds", again.seconds, "s", at_most=60)


def open_list(shop: Workshop, path: Path) -> None:
    """Open the office's list on a hundred bodies and on the whole list."""
    url = shop.migrated("list")
    hundred = shop.folder / "hundred.csv"
    write_part(path, hundred, 100)
    shop.manage("prepare", "--static-stamp", "bench", DATABASE_URL=url, DEMO="0")
    found = {}
    for name, source in (("hundred", hundred), ("all", path)):
        shop.manage("import_organisations", source, DATABASE_URL=url)
        found[name] = shop.measure("tests.load.list_screen", DATABASE_URL=url)
    few, many = found["hundred"], found["all"]
    for unit, most in (("queries", 25), ("ms", 400)):
        peer = {"name": f"the same list of {few['rows']}", "value": few[unit]}
        report(f"organisations.list.{unit}", many[unit], unit, at_most=most, peer=peer)


def compare(shop: Workshop, path: Path) -> None:
    """Import the first rows with the library's default path and with ours, each into an empty SQLite."""
    part = shop.folder / "part.csv"
    write_part(path, part, PART)
    seconds = {}
    for name in ("default_import", "engine_import"):
        url = shop.migrated(name)
        say(f"{PART} rows: {name}")
        seconds[name] = shop.measure(f"tests.load.{name}", part, DATABASE_URL=url)["seconds"]
    report(
        "organisations.import.ratio_to_default",
        seconds["default_import"] / seconds["engine_import"],
        "times faster",
        at_least=5,
        peer={"name": f"django-import-export, {PART} rows", "value": round(seconds["default_import"], 2)},
    )


def write_part(path: Path, part: Path, rows: int) -> None:
    """Write the header and the first rows of the list."""
    with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as packed:
        lines = [packed.readline() for _number in range(rows + 1)]
    part.write_bytes(b"".join(lines))


def generated(path: Path) -> Path:
    """A list of the same size and columns, the same at every run."""
    chance = random.Random(2026)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for number in range(ROWS):
        # Seven digits of the body, three of the office that gave them (001-100), one to check them.
        code = f"{chance.randint(0, 1) * 8:d}{number + 1:06d}{chance.randint(1, 100):03d}"
        form = chance.choice([("X", "", ""), ("", "X", ""), ("", "", "X")])
        town = f"COMUNE {chance.randint(1, 7000)}"
        writer.writerow([f"{code}{luhn.calc_check_digit(code)}", f"ENTE NUMERO {number}", town, *form])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("list.csv", text.getvalue())
    return path


if __name__ == "__main__":
    main()
