"""Say where the tests keep an SQLite database, making it when there is none; printed as JSON.

    TEST_DB=sqlite python -m tests.load.kept migrated|demo

Migrating takes longer than most of what is measured afterwards.
"""

from __future__ import annotations

import json
import sys

# First: it chooses the database before Django reads its settings.
from tests.support.environment import store  # isort: skip

import django

django.setup()

from tests.support import templates  # noqa: E402


def main(which: str) -> None:
    """Print the file of the database and the folder of its uploads, which only the demo has."""
    store.open()
    if which == "demo":
        demo = templates.demo()
        found = {"database": store.django_name(demo.database), "var": str(demo.var)}
    else:
        found = {"database": store.django_name(templates.migrated()), "var": ""}
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
