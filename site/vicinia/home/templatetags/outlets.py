"""What the head of a page tells to programs."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.template import Context
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, to_locale

from vicinia.core.components import Crumb
from vicinia.core.pages.base import BasePage
from vicinia.core.pages.structured_data import data_block
from vicinia.home.landing.models import HomePage
from vicinia.home.outlets.preview import HEIGHT, WIDTH, preview_url
from vicinia.home.outlets.structured import page_data
from vicinia.territory.letterhead.queries import letterhead

register = template.Library()


def _site(context: Context) -> str:
    request = context["request"]
    return f"{request.scheme}://{request.get_host()}"


@register.simple_tag(takes_context=True)
def structured_data(context: Context, page: object, crumbs: Iterable[Crumb]) -> SafeString:
    """Say what the page is to search engines (JSON-LD)."""
    if not isinstance(page, BasePage):
        return SafeString()
    blocks = [(data_block(data, is_metatag=False),) for data in page_data(page, crumbs or (), _site(context))]
    return format_html_join("", "{}", blocks)


@register.simple_tag(takes_context=True)
def link_preview(context: Context, page: object) -> SafeString:
    """Say how a link to the page looks in messages (Open Graph); nothing of a delicate page."""
    if not isinstance(page, BasePage) or page.is_delicate:
        return SafeString()
    site = _site(context)
    told = {
        "og:type": "website" if isinstance(page, HomePage) else "article",
        "og:title": page.title,
        "og:description": page.search_description or page.summary,
        "og:url": f"{site}{page.url}",
        "og:site_name": letterhead().full_name,
        "og:locale": to_locale(get_language() or "it"),
        "og:image": f"{site}{preview_url(page)}",
        "og:image:type": "image/png",
        "og:image:width": str(WIDTH),
        "og:image:height": str(HEIGHT),
        "og:image:alt": page.title,
    }
    return format_html_join(
        "", '<meta property="{}" content="{}">', (pair for pair in told.items() if pair[1])
    )
