"""Every component in a real browser: accessible at any width, in every mode, with and without JavaScript.

The gallery is a development page, so the test itself answers at its address; styles and scripts come
from the running site.
"""

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from playwright.sync_api import Browser, Page, Route, expect

from tests.support.pages import (
    DESKTOP,
    PHONE,
    TABLET,
    assert_accessible,
    assert_large_text_fits,
    assert_no_horizontal_scroll,
    assert_nothing_moves,
    set_width,
    watch_layout,
)
from tests.support.running_site import RunningSite
from vicinia.core.gallery.views import gallery_context

GALLERY = "/componenti/"


def open_gallery(page: Page, mirrored: bool = False) -> None:
    """Show the gallery, in Italian or mirrored as a right-to-left language would be."""

    def answer(route: Route) -> None:
        with translation.override("it"):
            html = render_to_string("gallery/index.html", gallery_context())
        if mirrored:
            html = html.replace('lang="it"', 'lang="it" dir="rtl"', 1).replace("site.css", "site.rtl.css")
        route.fulfill(body=html, content_type="text/html; charset=utf-8")

    page.route(f"**{GALLERY}", answer)
    page.goto(GALLERY)


@pytest.mark.parametrize("width", [PHONE, TABLET, DESKTOP])
def test_everybody_can_use_every_component(page: Page, width: int) -> None:
    set_width(page, width)
    watch_layout(page)
    open_gallery(page)
    assert_accessible(page, colours=width == DESKTOP)
    assert_no_horizontal_scroll(page)
    assert_nothing_moves(page)


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_a_right_to_left_reader_gets_everything_mirrored(page: Page, width: int) -> None:
    set_width(page, width)
    open_gallery(page, mirrored=True)
    assert_no_horizontal_scroll(page)
    brand, tools = page.locator(".v-brand"), page.locator(".v-brandbar__tools")
    assert brand.bounding_box()["x"] > tools.bounding_box()["x"]


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_text_twice_as_large_stays_in_the_window(page: Page, width: int) -> None:
    set_width(page, width)
    open_gallery(page)
    assert_large_text_fits(page)


def test_what_people_press_is_at_least_24_pixels(page: Page) -> None:
    set_width(page, PHONE)
    open_gallery(page)
    small = page.evaluate(
        """() => [...document.querySelectorAll('a, button, summary, input:not([type=hidden]), select')]
            .map((element) => [element, element.getBoundingClientRect()])
            .filter(([element, box]) => box.width && box.height < 24 && !element.closest('p, .v-skip'))
            .map(([element]) => element.outerHTML.slice(0, 100))"""
    )
    assert not small


def test_the_page_prints_without_what_only_a_screen_needs(page: Page) -> None:
    open_gallery(page)
    page.emulate_media(media="print")
    for part in (".v-menu", ".v-feedback", ".v-newsletter", ".v-share"):
        expect(page.locator(part).first).to_be_hidden()
    expect(page.get_by_role("heading", level=1).first).to_be_visible()


def test_print_and_copy_appear_with_javascript_only(browser: Browser, site: RunningSite) -> None:
    for enabled in (True, False):
        context = browser.new_context(base_url=site.url, java_script_enabled=enabled, locale="it-IT")
        page = context.new_page()
        open_gallery(page)
        expect(page.get_by_role("button", name="Stampa")).to_be_visible(visible=enabled)
        context.close()


def test_the_phone_menu_opens_closes_and_gives_the_focus_back(page: Page) -> None:
    set_width(page, PHONE)
    open_gallery(page)
    opener = page.get_by_role("button", name="Menu")
    menu = page.get_by_role("navigation", name="Menu principale")
    expect(menu).to_be_hidden()
    opener.focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(opener).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("button", name="Chiudi")).to_be_focused()
    assert_accessible(page)
    # Nothing behind the menu takes the focus.
    assert page.evaluate("document.querySelector('main').inert")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(opener).to_be_focused()


def test_the_phone_menu_opens_without_javascript(browser: Browser, site: RunningSite) -> None:
    context = browser.new_context(
        base_url=site.url,
        java_script_enabled=False,
        locale="it-IT",
        viewport={"width": PHONE, "height": 740},
    )
    page = context.new_page()
    open_gallery(page)
    menu = page.get_by_role("navigation", name="Menu principale")
    expect(menu).to_be_hidden()
    page.get_by_role("link", name="Menu").last.click()
    expect(menu).to_be_visible()
    page.get_by_role("link", name="Chiudi").click()
    expect(menu).to_be_hidden()
    context.close()


def test_a_menu_entry_with_children_closes_with_escape_or_a_click_elsewhere(page: Page) -> None:
    open_gallery(page)
    summary = page.locator(".v-submenu summary")
    inside = page.get_by_role("link", name="Piano di Zona")
    summary.click()
    expect(inside).to_be_visible()
    page.keyboard.press("Escape")
    expect(inside).to_be_hidden()
    expect(summary).to_be_focused()
    summary.click()
    page.locator("main").click(position={"x": 5, "y": 5})
    expect(inside).to_be_hidden()
