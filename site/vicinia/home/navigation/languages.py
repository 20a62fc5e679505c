"""The page being read in the other languages of the site."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse, translate_url
from django.utils import translation
from wagtail.models import Page, Site

from vicinia.core.components import Language
from vicinia.core.pages.published import readable


def site_languages(site: Site | None) -> tuple[Language, ...]:
    """Return the languages whose home page anybody may read, each with its address; one query."""
    if site is None:
        return ()
    homes = readable(site.root_page.get_translations(inclusive=True))
    codes = set(homes.values_list("locale__language_code", flat=True))
    names = dict(settings.WAGTAILADMIN_PERMITTED_LANGUAGES)
    return tuple(
        Language(code, names.get(code, code), home_in(code), is_twin=False)
        for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES
        if code in codes
    )


def home_in(code: str) -> str:
    """Return the address of the home page in a language."""
    with translation.override(code):
        return reverse("wagtail_serve", args=[""])


def languages_of(request: HttpRequest, languages: tuple[Language, ...]) -> tuple[Language, ...]:
    """Return each language of the site with this page in it, or with its home page when there is no twin."""
    if len(languages) < 2:
        return ()
    page = getattr(request, "public_page", None)
    twins = twins_of_page(page) if page is not None else twins_of_view(request, languages)
    current = translation.get_language()
    return tuple(
        replace(
            each,
            url=twins.get(each.code, each.url),
            is_twin=each.code in twins,
            is_current=each.code == current,
        )
        for each in languages
    )


def twins_of_page(page: Page) -> dict[str, str]:
    """Return the addresses of a page's published translations by language, itself included; one query."""
    twins = readable(page.get_translations(inclusive=True)).select_related("locale")
    return {twin.locale.language_code: twin.url or "" for twin in twins}


def twins_of_view(request: HttpRequest, languages: tuple[Language, ...]) -> dict[str, str]:
    """Return a screen's address in each language; nothing for what only exists in one, such as an error."""
    try:
        is_page = resolve(request.path_info).url_name == "wagtail_serve"
    except Resolver404:
        return {}
    twins = {each.code: address_in(each.code, request) for each in languages}
    return {} if is_page or len(set(twins.values())) < len(twins) else twins


def address_in(code: str, request: HttpRequest) -> str:
    """Return the address of a screen in a language, and of the one it leads back to."""
    query = request.GET.copy()
    if "next" in query:
        query["next"] = translate_url(str(query["next"]), code)
    path = translate_url(request.path, code)
    return f"{path}?{query.urlencode()}" if query else path
