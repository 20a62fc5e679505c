"""How long the search takes on a site of five thousand pages, on both databases."""

from __future__ import annotations

from tests.load.results import report, say, wanted
from tests.load.workshop import Workshop, workshop

PAGES = 5_000


def main() -> None:
    """Search the same pages on SQLite, then on PostgreSQL; the slower one counts."""
    if not wanted("pages.search"):
        return
    with workshop() as shop:
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
