"""Open every address of the project as every kind of person; run in a process with the demo's database.

Prints a JSON object: the count of pairs, and the matrix as lines, one an address, one column a kind of
person. What the matrix must be is told by the tables of `tests/integration/rights`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.http.response import HttpResponseBase  # noqa: E402

from tests.support.addresses import addresses  # noqa: E402
from tests.support.visitors import EVERYBODY  # noqa: E402

# Letters of the matrix, by what the address answers.
OPEN, SIGN_IN, REFUSED, NOT_THERE, BUTTON, ELSEWHERE, BROKEN = "O", "s", "-", ".", "b", ">", "!"
MEANING = (
    "O opens, s asks to sign in, - refused, . not there (404), b a button (POST alone), > leads elsewhere, "
    "! breaks"
)
# It signs out: whoever presses it is somebody else for the addresses after it.
LAST = "logout"


class NoBody:
    """Middleware: the status decides, nobody reads the page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on."""
        return self.get_response(request)

    def process_template_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Count the page as rendered."""
        response.content = b""
        return response


def main() -> None:
    """Visit, count, print."""
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, f"{NoBody.__module__}.NoBody"]
    known = sorted(addresses(), key=lambda address: (LAST in address.route, address.route))
    columns = []
    for visitor in EVERYBODY.values():
        client = visitor()
        client.raise_request_exception = False
        columns.append([letter(client.get(address.sample)) for address in known])
    heads = [f"{' ' * number}| {name}" for number, name in enumerate(EVERYBODY)]
    rows = [f"{''.join(cells)}  {address.sample}" for address, *cells in zip(known, *columns, strict=True)]
    found = {"cells": len(known) * len(columns), "lines": [*heads, *rows, MEANING]}
    sys.stdout.write(json.dumps(found) + "\n")


def letter(answer: HttpResponseBase) -> str:
    """Say in one letter what an address answered."""
    answer.getvalue()
    where = answer.headers.get("Location", "")
    if answer.status_code in {301, 302}:
        if "/login/" in where:
            return SIGN_IN
        return REFUSED if where == "/cms/" else ELSEWHERE
    return {403: REFUSED, 404: NOT_THERE, 405: BUTTON, 500: BROKEN}.get(answer.status_code, OPEN)


if __name__ == "__main__":
    main()
