"""Looking at a page as it would go out: rendered as readers get it, then read by the rules."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from .findings import Finding, Report
from .markup import Content, content_of
from .reading import gulpease, sentences, word_count
from .rules import RULES

# Readers with the licenza media read a text of 60 alone; 50 is what most pages of offices miss.
TARGET = 50


def inspect_page(page: Page, request: HttpRequest) -> Report:
    """Return what is wrong with a page as it is in memory, saved or not. Writes nothing."""
    missing = tuple(_missing(page))
    content = content_of(_rendered(page, request))
    found = [*missing, *(finding for rule in RULES for finding in rule(content)), *broken_links(content)]
    read = sentences(content.texts)
    return Report(
        findings=tuple(sorted(dict.fromkeys(found), key=lambda each: not each.is_blocking)),
        words=sum(word_count(each) for each in read),
        gulpease=gulpease(read),
        target=TARGET,
    )


def broken_links(content: Content) -> Iterator[Finding]:
    """Find the links to addresses of this site where there is nothing, with two queries for any number."""
    addresses = {link.address: link.says for link in content.links if _is_of_a_page(link.address)}
    if not addresses:
        return
    # The first page has the address "/"; below it, paths begin with its own.
    root = Site.objects.get(is_default_site=True).root_page
    paths = {address: urlsplit(address).path for address in addresses if address}
    below = {path: root.url_path + path.lstrip("/") for path in paths.values()}
    live = set(Page.objects.live().filter(url_path__in=below.values()).values_list("url_path", flat=True))
    missing = {address for address, path in paths.items() if below[path] not in live}
    if missing:
        old = {Redirect.normalise_path(address): address for address in missing}
        missing -= {
            old[each] for each in Redirect.objects.filter(old_path__in=old).values_list("old_path", flat=True)
        }
    for address in sorted(missing):
        yield Finding(
            "links",
            _("This link leads to an address of the site where there is nothing: choose the page again."),
            addresses[address] or address,
            is_blocking=True,
        )


def _is_of_a_page(address: str | None) -> bool:
    """Whether a page of the tree answers there, and no other screen of the site (those answer by code)."""
    if not address or not address.startswith("/") or address.startswith("//"):
        return False
    try:
        return resolve(urlsplit(address).path).url_name == "wagtail_serve"
    except Resolver404:
        return True


def _missing(page: Page) -> Iterator[Finding]:
    """Find the fields that the type of page asks for (see the mandatory fields of the municipal model)."""
    try:
        page.full_clean()
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            label = capfirst(str(page._meta.get_field(name).verbose_name)) if name != "__all__" else ""
            yield Finding("fields", " ".join(messages), label, is_blocking=True)


def _rendered(page: Page, request: HttpRequest) -> str:
    response = page.make_preview_request(request)
    return str(response.content.decode())
