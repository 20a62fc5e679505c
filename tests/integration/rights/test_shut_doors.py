"""Whoever has no role finds every address of the admin shut, Wagtail's own included; the rest is listed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.urls import resolve

from tests.support.addresses import Address, addresses
from tests.support.editing import UNCLOSED, UNCLOSED_ON_DISK
from tests.support.visitors import WITHOUT_A_ROLE, known_by_heart, opened

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings(UNCLOSED),
    pytest.mark.filterwarnings(UNCLOSED_ON_DISK),
]

SIGN_IN = "/cms/login/"
# Of the admin, what opens to everybody: how one gets in, the words and the drawings of its buttons.
OPEN = {
    "cms/login/",
    "cms/logout/",
    "cms/password_reset/",
    "cms/password_reset/confirm/<uidb64>/<token>/",
    "cms/password_reset/done/",
    "cms/password_reset/complete/",
    "cms/jsi18n/",
    "cms/sprite/",
}
# Public parts of the site, by how their addresses begin. An address that fits none fails the test:
# it needs a row here, or one in the tables of the office and of the reserved area.
PUBLIC = (
    "accedi/",
    "anteprime/",
    "api/",
    "argomenti/",
    "associazioni/",
    "cerca/",
    "documenti/",
    "favicon.ico",
    "feed/",
    "health/",
    "inviti/",
    "luoghi/",
    "media/",
    "newsletter/",
    "numeri/",
    "posta-demo/",
    "registrati/",
    "robots.txt",
    "scuole/conferma/",
    "sitemap.xml",
    "valutazione/",
    "_util/",
    "^((?:[\\w\\-]+/)*)$",
)
IN_THE_TABLES = ("cms/", "area-riservata/")


def of_the_admin() -> Iterator[Address]:
    """Every address under /cms/ that is not open to everybody."""
    return (
        address for address in addresses() if address.route.startswith("cms/") and address.route not in OPEN
    )


@pytest.mark.parametrize("visitor", WITHOUT_A_ROLE)
def test_the_admin_is_shut_to_whoever_has_no_role(visitor: str) -> None:
    client = WITHOUT_A_ROLE[visitor]()
    let_in, tried = [], 0
    with known_by_heart():
        for address in of_the_admin():
            answer = opened(client, address.sample)
            tried += 1
            if answer.status_code != 302 or not answer["Location"].startswith(SIGN_IN):
                let_in.append((address.route, answer.status_code))
    assert tried > 500, "the addresses of the admin are no longer found"
    assert not let_in


def test_every_address_is_in_a_table_or_public_on_purpose() -> None:
    unknown = [
        address.route for address in addresses() if not address.route.startswith((*PUBLIC, *IN_THE_TABLES))
    ]
    assert not unknown


def test_no_address_hides_behind_another() -> None:
    def plain(route: str) -> str:
        return route.replace("^", "")

    hidden = [
        address.route
        for address in addresses()
        if plain(resolve(address.sample).route) != plain(address.route)
    ]
    assert not hidden
