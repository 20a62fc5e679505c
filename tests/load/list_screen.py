"""Queries and milliseconds of the office's list of bodies, printed as JSON."""

import json
import statistics
import sys
import time

import django
from django.conf import settings

settings.ALLOWED_HOSTS.append("testserver")
django.setup()

from django.contrib.auth.models import Group  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from partners.organisations.models import Organisation  # noqa: E402
from vicinia.accounts.models import User  # noqa: E402
from vicinia.accounts.roles import Role  # noqa: E402

ROUNDS = 9


def main() -> None:
    """Sign in as the calls office and open the list."""
    person, _created = User.objects.get_or_create(email="bench@example.com", is_staff=True)
    person.groups.set(Group.objects.filter(name=Role.CALLS_OFFICE))
    client = Client()
    client.force_login(person)
    address = reverse("organisations:index")
    times = []
    for number in range(ROUNDS + 2):
        started = time.perf_counter()
        answer = client.get(address)
        # The first two warm up.
        if number > 1:
            times.append((time.perf_counter() - started) * 1000)
        if answer.status_code != 200:
            sys.exit(f"the list answers {answer.status_code}")
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    rows = Organisation.objects.count()
    found = {"queries": len(captured), "ms": statistics.median(times), "rows": rows}
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
