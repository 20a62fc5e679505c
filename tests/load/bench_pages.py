"""On a site of five thousand pages: how long a search takes, how much each page asks."""

from __future__ import annotations

from tests.load.results import report, say, wanted
from tests.load.workshop import Workshop, workshop

PAGES = 5_000


def main() -> None:
    """Count the queries of the pages of the demo, then search."""
    with workshop() as shop:
        if wanted("pages.queries"):
            count_queries(shop)
        if wanted("pages.search"):
            search(shop)


def count_queries(shop: Workshop) -> None:
    """A page not kept whole asks at most twenty times, however many others are beside it."""
    say("preparing a demo site (a minute)")
    shop.manage("prepare", "--static-stamp", "bench")
    for name, (before, after) in sorted(shop.measure("tests.load.page_queries", str(PAGES)).items()):
        report(f"pages.{name.partition('.')[2]}.queries", after, "queries", at_most=20)
        if after != before:
            say(f"{name}: {before} queries before the {PAGES} pages, {after} after")


def search(shop: Workshop) -> None:
    """Search the same pages on SQLite, then on PostgreSQL; the slower one counts."""
    say(f"sqlite: writing {PAGES} pages")
    found = {"sqlite": searched(shop, shop.migrated("pages"))}
    with shop.postgres() as url:
        say(f"postgres: writing {PAGES} pages")
        shop.manage("migrate", "--verbosity", "0", DATABASE_URL=url)
        found["postgres"] = searched(shop, url)
    for database, milliseconds in found.items():
        for kind, value in milliseconds.items():
            report(f"pages.search.{database}.{kind}.ms", value, "ms")
    report("pages.search.ms", max(max(each.values()) for each in found.values()), "ms", at_most=100)


def searched(shop: Workshop, url: str) -> dict[str, float]:
    """Median milliseconds of each kind of search, the whole page included."""
    shop.manage("prepare", "--static-stamp", "bench", DATABASE_URL=url, DEMO="0")
    return shop.measure("tests.load.search_screen", str(PAGES), DATABASE_URL=url)


if __name__ == "__main__":
    main()
