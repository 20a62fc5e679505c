"""Every kind of public page of the demo, found by following links from the home page as a reader would."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from functools import partial
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import Page

from tests.support.pages import (
    DESKTOP,
    PHONE,
    assert_accessible,
    assert_large_text_fits,
    assert_no_horizontal_scroll,
    assert_nothing_moves,
    gzipped,
    set_width,
    watch_layout,
)
from tests.support.running_site import RunningSite
from vicinia.core.languages import in_every_language
from vicinia.home.api.resources import RESOURCES

# Bytes, gzipped.
MOST_HTML, MOST_CSS, MOST_JS = 25_000, 30_000, 10_000
# Pages of one kind share a template: a few of each show its variants.
OF_EACH_KIND = 2
# A site that had more would be left half unseen without a word: then the test says so.
MOST_PAGES = 120
OTHER_LANGUAGES = ("en",)
# Other programs, other kinds of file, and pages that set cookies on purpose.
NOT_FOR_READERS = (
    "/cms/",
    "/documenti/",
    "/media/",
    "/static/",
    *in_every_language(("/accedi/", "/registrati/", "/area-riservata/")),
    *in_every_language(tuple(f"/api/v1/{kind}/" for kind in RESOURCES)),
)


def kind_of(link: str) -> tuple[str, int]:
    """The kind of page by its address: language, first word and depth (/bandi/, /bandi/x/, /en/bandi/x/)."""
    words = urlsplit(link).path.strip("/").split("/")
    return "/".join(words[: 2 if words[0] in OTHER_LANGUAGES else 1]), len(words)


def assert_nothing_keeps_moving(page: Page) -> None:
    """Nothing moves by itself, at the second look at the latest.

    On a machine that does much else a font may come a moment after the first line is drawn, and the line
    moves; what moves each time is the page's fault.
    """
    try:
        assert_nothing_moves(page)
    except AssertionError:
        page.reload()
        assert_nothing_moves(page)


class Crawl:
    """Breadth first: of each kind one page at both widths and one on a phone; remembers all that is wrong."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page = page
        self.origin = origin
        self.faults: dict[str, list[str]] = defaultdict(list)
        self.visited = 0
        self._queue: deque[str] = deque()
        self._queued: Counter[tuple[str, int]] = Counter()
        self._first_of_their_kind: set[str] = set()
        self._linked_from: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._weights: dict[str, int] = {}

    def run(self) -> None:
        """Visit the pages, then ask for every address that they link to."""
        watch_layout(self.page)
        self._follow(f"{self.origin}/", source="")
        while self._queue:
            assert self.visited < MOST_PAGES, f"more than {MOST_PAGES} pages to look at"
            self._visit(self._queue.popleft())
        for link, source in self._linked_from.items():
            status = self.page.request.get(link).status
            if status >= 400:
                self.faults[source].append(f"links to {link}, which answers {status}")

    def _follow(self, link: str, *, source: str) -> None:
        if link in self._linked_from:
            return
        self._linked_from[link] = source
        parts, kind = urlsplit(link), kind_of(link)
        is_page = parts.path.endswith("/") and not parts.query and not parts.path.startswith(NOT_FOR_READERS)
        if is_page and self._queued[kind] < OF_EACH_KIND:
            self._queued[kind] += 1
            self._queue.append(link)
            if self._queued[kind] == 1:
                self._first_of_their_kind.add(link)

    def _visit(self, url: str) -> None:
        self.visited += 1
        faults = self.faults[url]
        is_first = url in self._first_of_their_kind
        for width in (PHONE, DESKTOP) if is_first else (PHONE,):
            set_width(self.page, width)
            answer = self.page.goto(url)
            if answer is None or not answer.ok:
                faults.append(f"answers {answer and answer.status}")
                return
            found = self._looked_at(axe=width == PHONE, colours=is_first)
            faults += [f"At {width} px: {fault}" for fault in found]
        # What is the same at every width.
        self._look_at_the_weight(url, size=gzipped(answer.body()))
        self._look_at_the_head(url)
        self._look_for_cookies(url)
        hrefs = self.page.eval_on_selector_all("a[href]", "links => links.map((a) => a.getAttribute('href'))")
        for link in (urldefrag(urljoin(url, href)).url for href in hrefs):
            if link.startswith(f"{self.origin}/"):
                self._follow(link, source=url)

    def _looked_at(self, *, axe: bool, colours: bool) -> Iterator[str]:
        """What moves by itself is looked at before anything else touches the page, large text at the end.

        axe reads the page once: what differs at a desk is the frame of every page, which the gallery shows.
        """
        everybody = [partial(assert_accessible, colours=colours)] if axe else []
        for check in (
            assert_nothing_keeps_moving,
            *everybody,
            assert_no_horizontal_scroll,
            assert_large_text_fits,
        ):
            try:
                check(self.page)
            except AssertionError as error:
                yield str(error)

    def _look_at_the_weight(self, url: str, *, size: int) -> None:
        """What a reader's first page weighs; a file that pages share is fetched once."""
        css = self._weigh("link[rel=stylesheet]", "href")
        js = self._weigh("script[src]", "src")
        for kind, weight, most in (("HTML", size, MOST_HTML), ("CSS", css, MOST_CSS), ("JS", js, MOST_JS)):
            if weight > most:
                self.faults[url].append(f"{weight} bytes of {kind}, gzipped")

    def _weigh(self, selector: str, attribute: str) -> int:
        files = self.page.eval_on_selector_all(
            selector, "(nodes, name) => nodes.map((node) => node[name])", attribute
        )
        for file in set(files) - self._weights.keys():
            self._weights[file] = gzipped(self.page.request.get(file).body())
        return sum(self._weights[file] for file in files)

    def _look_at_the_head(self, url: str) -> None:
        faults = self.faults[url]
        if (count := self.page.locator("h1").count()) != 1:
            faults.append(f"{count} main headings")
        # The same page in another language may have the same name.
        title = f"{self.page.locator('html').get_attribute('lang')}: {self.page.title()}"
        if self._titles.setdefault(title, url) != url:
            faults.append(f"has the title of {self._titles[title]}: «{title}»")

    def _look_for_cookies(self, url: str) -> None:
        """Only a page with a form that writes may set one: the token against forged forms."""
        names = {cookie.get("name", "") for cookie in self.page.context.cookies()}
        allowed = {"csrftoken"} if self.page.locator("form[method=post i]").count() else set()
        if names - allowed:
            self.faults[url].append(f"sets the cookies {names - allowed}")
        self.page.context.clear_cookies()


# Twice the others' limit: it opens each kind of page of the site.
@pytest.mark.timeout(600)
def test_every_kind_of_page_is_for_everybody_and_no_link_is_dead(page: Page, site: RunningSite) -> None:
    crawl = Crawl(page, site.url)
    crawl.run()
    faults = {url: found for url, found in crawl.faults.items() if found}
    report = "\n\n".join(f"{url}\n" + "\n".join(found) for url, found in faults.items())
    assert not faults, f"{len(faults)} of {crawl.visited} pages:\n{report}"
