"""What surrounds every page, as people use it: sign-in pages, a page that is not there."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.pages import Watch, assert_accessible, assert_no_horizontal_scroll, assert_usable
from tests.support.running_site import RunningSite

SIGN_IN_PAGES = ["/accedi/login/", "/registrati/", "/accedi/password/reset/", "/accedi/confirm-email/"]


def test_everybody_can_use_the_sign_in_pages(page: Page) -> None:
    for path in SIGN_IN_PAGES:
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert_usable(page)


def test_a_wrong_sign_in_is_told_on_top_and_read_first(page: Page) -> None:
    page.goto("/accedi/login/")
    page.get_by_label("E-mail").fill("nessuno@example.it")
    page.get_by_label("Password", exact=False).first.fill("sbagliata-davvero")
    page.get_by_role("button", name="Accedi").click()
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("C’è una cosa da correggere")
    expect(summary).to_be_focused()
    assert_accessible(page)


def test_a_page_that_is_not_there_offers_search_and_home(page: Page, watch: Watch) -> None:
    watch.expect("404")
    response = page.goto("/non-esiste/")
    assert response
    assert response.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("Non troviamo questa pagina")
    expect(page.get_by_label("Cosa cerchi?")).to_be_visible()
    assert_usable(page)
    page.get_by_role("link", name="Vai alla pagina iniziale").click()
    expect(page).to_have_url("/")


@pytest.mark.parametrize("path", ["/", "/accedi/login/"])
def test_a_page_reads_with_text_twice_as_large(page: Page, path: str) -> None:
    page.goto(path)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert_no_horizontal_scroll(page)


def test_high_contrast_keeps_the_buttons_visible(browser: Browser, site: RunningSite) -> None:
    context = browser.new_context(base_url=site.url, forced_colors="active", locale="it-IT")
    page = context.new_page()
    page.goto("/accedi/login/")
    button = page.get_by_role("button", name="Accedi")
    width = button.evaluate("element => getComputedStyle(element).borderTopWidth")
    assert float(width.removesuffix("px")) >= 1
    context.close()
