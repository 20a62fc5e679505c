"""How many pairs of address and kind of person are tried; the whole matrix goes to standard error."""

from __future__ import annotations

import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.load.results import report, say, wanted
from tests.load.workshop import Workshop, workshop

# One process a core; more would only wait for each other.
PROCESSES = 2


def main() -> None:
    """Prepare a demo site, open everything as everybody."""
    if not wanted("permissions.matrix"):
        return
    with workshop() as shop:
        say("preparing a demo site (minutes; as long as nothing changes it is kept for the next time)")
        demo = shop.kept("demo")
        say("opening every address as every kind of person")
        with ThreadPoolExecutor(PROCESSES) as pool:
            shares = list(pool.map(lambda number: share(shop, demo, number), range(PROCESSES)))
        lines = joined(shares)
        sys.stderr.write("\n".join(lines) + "\n")
        report("permissions.matrix.cells", sum(part["cells"] for part in shares), "pairs")
        broken = sorted({address for part in shares for address in part["broken"]})
        if broken:
            say(f"these broke: {', '.join(broken)}")
        report("permissions.matrix.broken", len(broken), "addresses", at_most=0)


def share(shop: Workshop, demo: dict[str, str], number: int) -> dict[str, Any]:
    """Try one process's kinds of people, on a copy of the demo of its own."""
    folder = shop.folder / str(number)
    shutil.copytree(demo["var"], folder / "var")
    database = shutil.copyfile(Path(demo["database"]), folder / "db.sqlite3")
    own = Workshop(folder)
    return own.measure(
        "tests.load.permission_matrix",
        str(number),
        str(PROCESSES),
        DATABASE_URL=f"sqlite:///{database}",
        LOG_LEVEL="ERROR",
    )


def joined(shares: list[dict[str, Any]]) -> list[str]:
    """The matrix as lines: who stands for each column, one line an address, what the letters mean."""
    people = [name for part in shares for name in part["people"]]
    heads = [f"{' ' * number}| {name}" for number, name in enumerate(people)]
    columns = [cells for part in shares for cells in part["columns"]]
    rows = [
        f"{''.join(cells)}  {address}"
        for address, *cells in zip(shares[0]["addresses"], *columns, strict=True)
    ]
    return [*heads, *rows, shares[0]["meaning"]]


if __name__ == "__main__":
    main()
