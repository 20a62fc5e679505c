"""Every address that the project answers, with something that stands for each of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.urls import URLResolver, get_resolver

# What stands for a part of an address, by its converter.
STAND_INS = {
    "int": "1",
    "str": "1",
    "slug": "x",
    "path": "x/",
    "uuid": str(UUID(int=1)),
}
PART = re.compile(r"<(?:(\w+):)?(\w+)>")
# Addresses written as regular expressions: a text that each of them matches.
SAMPLES = {
    r"^(\d+)/(.*)$": "1/x.pdf",
    r"^confirm-email/(?P<key>[-:\w]+)/$": "confirm-email/x/",
    r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": "password/reset/key/1-x/",
    r"^((?:[\w\-]+/)*)$": "nessuna-pagina-qui/",
    r"^(\d+)/revisions/compare/(live|earliest|\d+)\.\.\.(live|latest|\d+)/$": (
        "1/revisions/compare/live...latest/"
    ),
    r"^.*/$": "nessuna-schermata-qui/",
    r"^.*$": "nessuna-schermata-qui",
    r"^esporta\.(?P<form>csv|xlsx)$": "esporta.csv",
}


@dataclass(frozen=True, slots=True)
class Address:
    """One route: as it is written, its name, the module that answers, and an address that it takes."""

    route: str
    name: str
    module: str
    sample: str


def addresses() -> Iterator[Address]:
    """Return every route of the project, Wagtail's and allauth's included."""
    yield from _within(get_resolver(), route="", sample="/")


def _within(resolver: URLResolver, *, route: str, sample: str) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        own = str(pattern.pattern)
        whole, stands = route + own, sample + _sample(own)
        if isinstance(pattern, URLResolver):
            yield from _within(pattern, route=whole, sample=stands)
        else:
            view = pattern.callback
            source = getattr(view, "view_class", view)
            yield Address(whole, str(pattern.name or ""), source.__module__, stands)


def _sample(own: str) -> str:
    if own in SAMPLES:
        return SAMPLES[own]
    if own.startswith("^"):
        # A plain address that Wagtail still writes as an expression.
        plain = own.removeprefix("^").removesuffix("$")
        assert not re.search(r"[()\\\[*+?]", plain), f"say in SAMPLES what stands for {own}"
        return plain
    return PART.sub(lambda part: STAND_INS[part[1] or "str"], own)
