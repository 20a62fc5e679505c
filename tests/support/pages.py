"""What a browser test asks of a page: can everybody use it, does it keep to itself, is it light."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, WebError

DEMO_PASSWORD = "Vicinia-demo-2026"
PHONE, TABLET, DESKTOP = 360, 768, 1280
# WCAG 2.2 AA and below, and axe's best practices: zero violations of any.
AXE_RULES = {
    "runOnly": [
        "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice",
    ],
    "resultTypes": ["violations"],
}  # fmt: skip
AXE_RULES_BUT_COLOURS = {**AXE_RULES, "rules": {"color-contrast": {"enabled": False}}}
_LAYOUT_SHIFT = """
window.__layoutShifts = [];
const tag = (node) => node && (node.outerHTML || node.textContent).slice(0, 120);
const box = ({x, y, width, height}) => [x, y, width, height].map(Math.round).join(' ');
new PerformanceObserver((list) => {
  for (const {value, hadRecentInput, sources} of list.getEntries()) {
    if (hadRecentInput) continue;
    const moved = sources.map((s) => `${tag(s.node)}: ${box(s.previousRect)} -> ${box(s.currentRect)}`);
    window.__layoutShifts.push({value, moved, scrolled: window.scrollY});
  }
}).observe({type: 'layout-shift', buffered: true});
"""


def sign_in(page: Page, email: str, password: str = DEMO_PASSWORD) -> None:
    """Sign in as one of the demo's people, through the form."""
    page.goto("/accedi/login/")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=False).first.fill(password)
    page.locator("main form").get_by_role("button").first.click()
    page.wait_for_url(lambda url: "/accedi/login" not in url)


def set_width(page: Page, width: int) -> None:
    """Give the window the width of a phone, a tablet or a desk."""
    page.set_viewport_size({"width": width, "height": 800 if width > PHONE else 740})


def assert_accessible(page: Page, *, where: str = "", colours: bool = False) -> None:
    """No axe violation of WCAG 2.0-2.2 A and AA, nor of its best practices.

    Colours belong to the components. They are more than half of axe's work, so they are looked at in the
    gallery, on the first page of each kind and on the office's screens, and there at one width.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    # Only what is wrong comes out of the page: the rest, some hundred rules, is as long as a book.
    found = "options => axe.run(options).then(({violations}) => ({violations}))"
    results = AxeResults(page.evaluate(found, AXE_RULES if colours else AXE_RULES_BUT_COLOURS))
    assert not results.violations_count, f"{where or page.url}\n{results.generate_report()}"


def assert_usable(page: Page) -> None:
    """Everybody can use the page, on a phone and at a desk, where the window stays."""
    for width in (PHONE, DESKTOP):
        set_width(page, width)
        assert_no_horizontal_scroll(page)
        assert_accessible(page, where=f"{page.url} at {width} px")


def assert_no_horizontal_scroll(page: Page) -> None:
    """Nothing sticks out of the window (WCAG 1.4.10); what scrolls in a box of its own may."""
    wider = page.evaluate(
        """() => {
            const root = document.documentElement;
            if (root.scrollWidth <= root.clientWidth) return [];
            const inBox = (element) => {
                for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
                    if (getComputedStyle(box).overflowX !== 'visible') return true;
                return false;
            };
            return [...document.querySelectorAll('body *')]
                .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
                .filter((element) => !inBox(element))
                .slice(0, 5).map((element) => element.outerHTML.slice(0, 120))
                .concat(`${root.scrollWidth} wide`);
        }"""
    )
    assert not wider, f"{page.url} is wider than its {page.viewport_size} window: {wider}"


def assert_large_text_fits(page: Page) -> None:
    """Text twice as large stays in the window (WCAG 1.4.4); the page keeps the large text."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert_no_horizontal_scroll(page)


def watch_layout(page: Page) -> None:
    """Start counting layout shifts; call before opening the page."""
    page.add_init_script(_LAYOUT_SHIFT)


def assert_nothing_moves(page: Page) -> None:
    """Nothing moved by itself since the page opened, nor while scrolling through it (CLS below 0.01)."""
    page.evaluate(
        """async () => {
            // Nothing waits for ever: a test that hangs tells nobody what it waited for.
            const within = (promise, what) => Promise.race([promise, new Promise((_, refuse) => {
                setTimeout(() => refuse(new Error(`${what()} did not arrive in 20 seconds`)), 20_000);
            })]);
            const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
            const drawn = () => within(frame(), () => `a frame of a ${document.visibilityState} page`);
            const arrived = (image) => within(image.complete || new Promise((done) => {
                image.addEventListener('load', done);
                image.addEventListener('error', done);
            }), () => `${image.outerHTML} (complete: ${image.complete})`);
            await within(document.fonts.ready, () => [...document.fonts].map((font) => font.status).join());
            for (let y = 0; y < document.body.scrollHeight; y += window.innerHeight) {
                window.scrollTo({top: y, behavior: 'instant'});
                await drawn();
            }
            // A picture that waits for the reader to come near is asked for now, whatever the browser thinks.
            for (const image of document.images) image.loading = 'eager';
            await Promise.all([...document.images].map(arrived));
            await drawn();
            await drawn();
        }"""
    )
    assert_nothing_moved(page)


def assert_nothing_moved(page: Page) -> None:
    """Nothing has moved by itself until now."""
    shifts = page.evaluate("window.__layoutShifts")
    assert sum(shift["value"] for shift in shifts) < 0.01, f"{page.url} moves by itself: {shifts}"


def assert_no_cookies(context: BrowserContext) -> None:
    """A reader gets no cookie at all."""
    assert context.cookies() == []


@dataclass
class Watch:
    """What a browser context does behind the page: foreign requests, errors in the console."""

    origin: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)
    # Other sites that people are sent to on purpose.
    friends: list[str] = field(default_factory=list)

    def connect(self, context: BrowserContext) -> None:
        """Start watching all pages of the context."""
        context.on("request", self._on_request)
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)

    def expect(self, *parts: str) -> None:
        """Errors that hold one of these words belong to the test (a page that is not there)."""
        self.expected += parts

    def befriend(self, origin: str) -> None:
        """The person goes to this other site in the test."""
        self.friends.append(origin)

    def verify(self) -> None:
        """No request left the site and nothing was wrong in the console (a broken policy shows there)."""
        foreign = [url for url in self.foreign if not url.startswith(tuple(self.friends))]
        assert not foreign, f"requests to others: {foreign}"
        errors = [text for text in self.errors if not any(part in text for part in self.expected)]
        assert not errors, f"errors in the browser's console: {errors}"

    def _on_request(self, request: Request) -> None:
        scheme, netloc = urlsplit(request.url)[:2]
        if scheme in {"http", "https", "ws", "wss"} and netloc != urlsplit(self.origin).netloc:
            self.foreign.append(request.url)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")

    def _on_error(self, error: WebError) -> None:
        self.errors.append(str(error.error))


@dataclass
class Weights:
    """Bytes of a page's parts, gzipped, by kind (document, stylesheet, script, font, image)."""

    of: dict[str, int] = field(default_factory=dict)
    _responses: list[Response] = field(default_factory=list)

    def connect(self, page: Page) -> None:
        """Start weighing; call before opening the page."""
        page.on("response", lambda response: self._responses.append(response))

    def weigh(self) -> dict[str, int]:
        """Add up what arrived, by kind; before another page is opened."""
        self.of = {}
        for response in self._responses:
            if response.ok and response.status != 204:
                kind = response.request.resource_type
                self.of[kind] = self.of.get(kind, 0) + gzipped(response.body())
        return self.of


def gzipped(body: bytes) -> int:
    """Size in bytes as a web server sends it."""
    return len(gzip.compress(body, 6))
