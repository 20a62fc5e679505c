"""How many pairs of address and kind of person are tried; the whole matrix goes to standard error."""

from __future__ import annotations

import sys

from tests.load.results import report, say, wanted
from tests.load.workshop import workshop


def main() -> None:
    """Prepare a demo site, open everything as everybody."""
    if not wanted("permissions.matrix.cells"):
        return
    with workshop() as shop:
        say("preparing a demo site (a minute)")
        shop.manage("prepare", "--static-stamp", "bench")
        say("opening every address as every kind of person")
        found = shop.measure("tests.load.permission_matrix")
        sys.stderr.write("\n".join(found["lines"]) + "\n")
        report("permissions.matrix.cells", found["cells"], "pairs")


if __name__ == "__main__":
    main()
