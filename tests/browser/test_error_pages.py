"""What went wrong is said plainly, in the site's look, with a way out."""

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Page, Response, expect

from tests.support.pages import (
    DESKTOP,
    PHONE,
    Watch,
    assert_accessible,
    assert_no_horizontal_scroll,
    set_width,
)


def assert_a_way_out(page: Page) -> None:
    """One heading, readable by everybody, and a link to the home page inside the content."""
    for width in (PHONE, DESKTOP):
        set_width(page, width)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert_accessible(page)
        assert_no_horizontal_scroll(page)
    expect(page.locator("main a[href='/']").first).to_be_visible()


def test_an_address_that_is_not_there_leads_on(page: Page, watch: Watch) -> None:
    watch.expect("404")
    answer = page.goto("/una-pagina-che-non-esiste/")
    assert answer is not None
    assert answer.status == 404
    assert_a_way_out(page)


def test_an_old_form_is_refused_and_says_how_to_go_on(page: Page, watch: Watch) -> None:
    watch.expect("403")
    page.goto("/accedi/login/")
    page.context.clear_cookies()
    statuses: list[int] = []
    page.on("response", lambda response: _note_document(response, statuses))
    form = page.locator("main form").first
    form.locator("input[type=email]").fill("ada@example.com")
    form.locator("input[type=password]").fill("una password qualunque")
    form.get_by_role("button").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.wait_for_load_state()
    assert statuses[-1] == 403
    assert_a_way_out(page)


def _note_document(response: Response, statuses: list[int]) -> None:
    if response.request.resource_type == "document":
        statuses.append(response.status)


@pytest.mark.parametrize(
    ("template", "status"), [("500.html", 500), ("expired.html", 410), ("403.html", 403), ("400.html", 400)]
)
def test_a_failure_of_ours_looks_like_the_site_and_leads_on(
    page: Page, watch: Watch, template: str, status: int
) -> None:
    """These need a fault or a used link: the browser is given the same page under an address of the site."""
    watch.expect(str(status))
    body = render_to_string(template)
    page.route(
        "**/guasto-di-prova/",
        lambda route: route.fulfill(status=status, body=body, content_type="text/html; charset=utf-8"),
    )
    page.goto("/guasto-di-prova/")
    assert_a_way_out(page)
