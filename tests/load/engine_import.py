"""The confirming pass of our own import, timed inside its process as its peer is (default_import.py)."""

import json
import sys
import time
from pathlib import Path

import django

django.setup()

from partners.organisations.imports import FivePerMilleResource  # noqa: E402
from vicinia.core.imports.services import import_file  # noqa: E402


def main() -> None:
    """Import the file and print how long that took."""
    started = time.perf_counter()
    report = import_file(path=Path(sys.argv[1]), resource=FivePerMilleResource(), by=None)
    seconds = time.perf_counter() - started
    if report.outcome.problems or not report.load.created:
        sys.exit(f"{report.load.created} rows were loaded, {len(report.outcome.problems)} refused")
    sys.stdout.write(json.dumps({"seconds": seconds}) + "\n")


if __name__ == "__main__":
    main()
