"""Queries of one page of each type, not kept whole, before and after many pages are added; printed as JSON.

{"home.homepage": [14, 14], ...}: with the demo's pages, then with as many more as told.
"""

import json
import sys

import django
from django.conf import settings

settings.MIDDLEWARE.remove("vicinia.core.page_cache.middleware.PageCacheMiddleware")
settings.ALLOWED_HOSTS.append("testserver")
django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from wagtail.models import Page  # noqa: E402

from tests.factories.pages import InformationPageFactory, NewsPageFactory, home, news_index  # noqa: E402
from tests.factories.territory import UnitFactory  # noqa: E402
from tests.support.bulk import add_pages  # noqa: E402
from vicinia.core.page_cache import generation  # noqa: E402


def main() -> None:
    """Count, fill, count again."""
    generation.CHECK_EVERY_SECONDS = 3_600
    before = queries()
    fill(int(sys.argv[1]))
    generation.forget()
    after = queries()
    sys.stdout.write(json.dumps({name: [before[name], after[name]] for name in before}) + "\n")


def fill(count: int) -> None:
    """Half of them news, half right below the home page."""
    unit = UnitFactory(place=None)
    for factory, parent, more in (
        (NewsPageFactory, news_index(), {"unit": unit}),
        (InformationPageFactory, home(), {}),
    ):
        titles = (f"Pagina aggiunta {number:05d}" for number in range(count // 2))
        add_pages(parent, [factory.build(title=title, **more) for title in titles])


def queries() -> dict[str, int]:
    """The most that one page of each type asks, read as a second reader does: what processes keep is kept."""
    client, found = Client(), {}
    for page in first_of_each_type():
        client.get(page.url)
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(page.url)
        if answer.status_code != 200:
            sys.exit(f"{page.url} answers {answer.status_code}")
        found[page.specific_class._meta.label_lower] = len(captured)
    return found


def first_of_each_type() -> list[Page]:
    """The first published page of each type that the demo has."""
    pages = Page.objects.live().filter(depth__gt=1).order_by("content_type", "pk")
    firsts = {page.content_type_id: page for page in reversed(pages)}
    return [page for page in firsts.values() if page.url]


if __name__ == "__main__":
    main()
