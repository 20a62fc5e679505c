"""Open every address of the project as some kinds of people; run in a process with the demo's database.

    python -m tests.load.permission_matrix NUMBER OF     the share of one process out of so many

Prints a JSON object: the addresses, one column of letters a kind of person, how many pairs there are and
which addresses broke. What the matrix must be is told by the tables of `tests/integration/rights`.
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
from django.template.backends.django import Template  # noqa: E402
from django.test import Client  # noqa: E402

from tests.support.addresses import Address, addresses  # noqa: E402
from tests.support.visitors import EVERYBODY  # noqa: E402

# Letters of the matrix, by what the address answers.
OPEN, SIGN_IN, REFUSED, NOT_THERE, BUTTON, ELSEWHERE, BROKEN = "O", "s", "-", ".", "b", ">", "!"
MEANING = (
    "O opens, s asks to sign in, - refused, . not there (404), b a button (POST alone), > leads elsewhere, "
    "! breaks"
)
# Wagtail's: one shows its page of errors on purpose, the other asks for the parent of the root of all pages.
BREAK_BY_THEMSELVES = {"/cms/failwhale/", "/cms/pages/1/set_position/"}
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


def draw_nothing(_template: Template, context: object = None, request: HttpRequest | None = None) -> str:
    """Stand for `Template.render`, in the views that call it themselves: a third of the time."""
    return ""


def main(number: int, of: int) -> None:
    """Visit, count, print."""
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, f"{NoBody.__module__}.NoBody"]
    Template.render = draw_nothing
    known = sorted(addresses(), key=lambda address: (LAST in address.route, address.route))
    share = len(EVERYBODY) * number // of, len(EVERYBODY) * (number + 1) // of
    people = dict(list(EVERYBODY.items())[slice(*share)])
    columns = [column(visitor(), known) for visitor in people.values()]
    found = {
        "people": list(people),
        "addresses": [address.sample for address in known],
        "columns": columns,
        "meaning": MEANING,
        "cells": sum(map(len, columns)),
        "broken": [
            address.sample
            for address, *cells in zip(known, *columns, strict=True)
            if BROKEN in cells and address.sample not in BREAK_BY_THEMSELVES
        ],
    }
    sys.stdout.write(json.dumps(found) + "\n")


def column(client: Client, known: list[Address]) -> str:
    """What each address answers one person: a letter each."""
    client.raise_request_exception = False
    return "".join(letter(client.get(address.sample)) for address in known)


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
    main(*map(int, sys.argv[1:]))
