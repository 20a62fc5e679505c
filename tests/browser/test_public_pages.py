"""What every reader gets of a public page: on a phone, by keyboard, without JavaScript, without traces."""

from playwright.sync_api import Browser, Page, expect

from tests.support.pages import (
    PHONE,
    TABLET,
    Weights,
    assert_accessible,
    assert_no_cookies,
    assert_no_horizontal_scroll,
    assert_nothing_moves,
    set_width,
    watch_layout,
)
from tests.support.running_site import RunningSite

KB = 1000


def test_everybody_can_read_the_home_page_on_a_tablet(page: Page) -> None:
    """At the other widths every kind of page is looked at by the crawl."""
    set_width(page, TABLET)
    watch_layout(page)
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert_accessible(page)
    assert_no_horizontal_scroll(page)
    assert_nothing_moves(page)


def test_the_keyboard_skips_to_the_content_first(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_be_visible()
    expect(focused).to_have_attribute("href", "#main")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_reader_gets_no_cookie(page: Page) -> None:
    page.goto("/")
    page.wait_for_load_state("networkidle")
    assert_no_cookies(page.context)


def test_the_home_page_is_light(page: Page) -> None:
    weights = Weights()
    weights.connect(page)
    page.goto("/")
    page.wait_for_load_state("networkidle")
    of = weights.weigh()
    assert of["document"] <= 25 * KB, of
    assert of["stylesheet"] <= 30 * KB, of
    assert of.get("script", 0) <= 10 * KB, of


def test_the_home_page_works_without_javascript(browser: Browser, site: RunningSite) -> None:
    context = browser.new_context(base_url=site.url, java_script_enabled=False, locale="it-IT")
    page = context.new_page()
    set_width(page, PHONE)
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    # The menu that a button opens must be reachable without the script that opens it.
    first = page.get_by_role("navigation").get_by_role("link").first
    first.scroll_into_view_if_needed()
    expect(first).to_be_visible()
    context.close()


def test_who_leaves_a_delicate_page_in_a_hurry_cannot_be_led_back_to_it(
    browser: Browser, site: RunningSite
) -> None:
    context = browser.new_context(base_url=site.url, locale="it-IT")
    # The site it leads to is not asked: nothing of a test leaves this machine.
    context.route("https://it.wikipedia.org/**", lambda route: route.fulfill(body="altrove"))
    page = context.new_page()
    page.goto("/")
    page.goto("/campagne/la-porta-e-aperta/")
    for _time in range(3):
        page.keyboard.press("Escape")
    page.wait_for_url("https://it.wikipedia.org/")
    page.go_back()
    expect(page).to_have_url(f"{site.url}/")
    context.close()
