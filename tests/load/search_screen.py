"""Milliseconds of the page of the search on as many pages as told, printed as JSON."""

import json
import random
import statistics
import sys
import time

import django
from django.conf import settings

settings.ALLOWED_HOSTS.append("testserver")
django.setup()

from django.test import Client  # noqa: E402

from tests.factories.pages import InformationPageFactory, NewsPageFactory, SectionPageFactory, news_index  # noqa: E402
from tests.factories.territory import UnitFactory  # noqa: E402
from tests.support.bulk import add_pages, make_findable  # noqa: E402

ROUNDS = 9
SEARCHES = {
    # A word that a tenth of the pages has, several words, one that none has spelt so.
    "common": "contributo",
    "several": "contributo anziani quartiere",
    "misspelt": "contribbuto anzianni",
}
# Of these, any page has one in ten; the others are made up, some thousands.
WORDS = ("contributo", "anziani", "quartiere", "scuola", "affitto", "sportello", "famiglia", "minori")
SHARE = 0.1
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sta", "tre", "vo", "zi")


def main() -> None:
    """Write the pages, then search."""
    fill(int(sys.argv[1]))
    found = {kind: median_ms(words) for kind, words in SEARCHES.items()}
    sys.stdout.write(json.dumps(found) + "\n")


def fill(count: int) -> None:
    """Half of them news: titles of six words, texts of a hundred, some of words that few have."""
    chance = random.Random(2026)

    def words(number: int, *, share: float = 0) -> str:
        common = (word for word in WORDS if chance.random() < share)
        return " ".join([*common, *("".join(chance.choices(SYLLABLES, k=3)) for _word in range(number))])

    unit = UnitFactory(place=None)
    for factory, parent, more in (
        (NewsPageFactory, news_index(), {"unit": unit}),
        # Not below the home page: those are in the foot of every page.
        (InformationPageFactory, SectionPageFactory(), {}),
    ):
        pages = [
            factory.build(
                title=words(5, share=SHARE / 10),
                summary=words(12),
                body=[("text", f"<p>{words(100, share=SHARE)}</p>")],
                **more,
            )
            for _page in range(count // 2)
        ]
        add_pages(parent, pages)
        make_findable(pages)


def median_ms(words: str) -> float:
    """Open the page of the results again and again: nothing keeps it whole."""
    client, times = Client(), []
    for number in range(ROUNDS + 1):
        started = time.perf_counter()
        answer = client.get("/cerca/", {"q": words})
        # The first one warms up.
        if number:
            times.append((time.perf_counter() - started) * 1000)
        if answer.status_code != 200 or b"v-results__kind" not in answer.content:
            sys.exit(f"the search for «{words}» answers {answer.status_code} without results")
    return statistics.median(times)


if __name__ == "__main__":
    main()
