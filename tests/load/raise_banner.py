"""Raises the notice with the title given; prints as JSON when it was committed, in seconds of the clock."""

import json
import sys
import time

import django

django.setup()

from vicinia.accounts.models import User  # noqa: E402
from vicinia.accounts.roles import Role, roles_of  # noqa: E402
from vicinia.emergencies.banners.services import raise_banner  # noqa: E402


def main() -> None:
    """Raise it as somebody who may."""
    by = next(person for person in User.objects.order_by("pk") if Role.EDITOR in roles_of(person))
    raise_banner(by=by, title=sys.argv[1])
    sys.stdout.write(json.dumps({"at": time.time()}) + "\n")


if __name__ == "__main__":
    main()
