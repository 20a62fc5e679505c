"""What robots and browsers ask of every site."""

from __future__ import annotations

from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.sitemaps import Sitemap as PlainSitemap
from django.contrib.sitemaps import views as sitemaps
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.views.generic import RedirectView
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page

from vicinia.core.languages import in_every_language
from vicinia.core.pages.published import readable
from vicinia.directory.associations.queries import listed_addresses

PRIVATE = (
    "/cms/",
    *in_every_language(("/area-riservata/", "/accedi/", "/registrati/", "/valutazione/", "/posta-demo/")),
)


def robots(request: HttpRequest) -> HttpResponse:
    """Let robots read everything public, and tell them where the list is."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in PRIVATE),
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


class PagesSitemap(Sitemap):
    """Every public page by address and last publication: nothing of its own type is read."""

    def items(self) -> QuerySet[Page]:
        """Return the pages of every language, each below its first page, itself included."""
        roots = self.get_wagtail_site().root_page.get_translations(inclusive=True)
        below = [Q(path__startswith=path) for path in roots.values_list("path", flat=True)]
        pages: QuerySet[Page] = readable(Page.objects.filter(reduce(or_, below)))
        return pages.select_related("locale").order_by("path")

    def _urls(self, page: int, protocol: str, domain: str) -> list[dict[str, Any]]:
        """Add, beside each page, the page itself in every language that has it."""
        twins, changes, urls = self._twins(), [], []
        for each in self.paginator.page(page).object_list:
            changed = each.last_published_at or each.latest_revision_created_at
            changes += [changed] if changed else []
            alternates = twins.get(each.translation_key, [])
            urls.append({"location": self.location(each), "lastmod": changed, "alternates": alternates})
        if changes:
            self.latest_lastmod = max(changes)
        return urls

    def _twins(self) -> dict[UUID, list[dict[str, str]]]:
        """Return where each translated page is, by language; "x-default" is for who reads none of them."""
        alone_or_not = self.items().order_by().values("translation_key").annotate(pages=Count("pk"))
        translated = alone_or_not.filter(pages__gt=1).values("translation_key")
        found: dict[UUID, list[dict[str, str]]] = {}
        for page in self.items().filter(translation_key__in=translated):
            code = page.locale.language_code
            names = (code, "x-default") if code == settings.LANGUAGE_CODE else (code,)
            alternates = [{"lang_code": name, "location": self.location(page)} for name in names]
            found.setdefault(page.translation_key, []).extend(alternates)
        return found


class AssociationsSitemap(PlainSitemap[tuple[str, datetime]]):
    """The public pages of associations, which are no pages of the tree."""

    def items(self) -> list[tuple[str, datetime]]:
        """Return addresses with their last change."""
        return listed_addresses()

    def location(self, item: tuple[str, datetime]) -> str:
        """Return the address."""
        return item[0]

    def lastmod(self, item: tuple[str, datetime]) -> datetime:
        """Return the last change."""
        return item[1]


def sitemap(request: HttpRequest) -> HttpResponse:
    """List the public addresses for search engines."""
    return sitemaps.sitemap(request, {"pages": PagesSitemap(request), "associations": AssociationsSitemap()})


class FaviconView(RedirectView):
    """Browsers ask for /favicon.ico whatever the page says."""

    permanent = True

    def get_redirect_url(self, *args: object, **kwargs: object) -> str:
        """Send to the drawing that every page links."""
        return static("vicinia/images/favicon.svg")
