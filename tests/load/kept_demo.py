"""Say where the tests keep the demo's database, making it when there is none; printed as JSON.

Migrating and loading the demo takes longer than all that is measured in it. Run with `TEST_DB=sqlite`.
"""

from __future__ import annotations

import json
import sys

# First: it chooses the database before Django reads its settings.
from tests.support.environment import store  # isort: skip

import django

django.setup()

from tests.support import templates  # noqa: E402


def main() -> None:
    """Print the file of the database and the folder of its uploads."""
    store.open()
    demo = templates.demo()
    found = {"database": store.django_name(demo.database), "var": str(demo.var)}
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
