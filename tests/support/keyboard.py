"""Somebody who has no mouse: from one control to the next with Tab, and what has the focus is pressed."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from .pages import DEMO_PASSWORD

# Further than this nobody goes with Tab: Wagtail's menu and a long form are less.
MOST_STEPS = 120


def reach(page: Page, target: Locator, *, most: int = MOST_STEPS) -> None:
    """Press Tab until the control has the focus."""
    expect(target).to_be_visible()
    for _step in range(most + 1):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    where = page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
    raise AssertionError(f"{page.url}: {most} times Tab do not lead to {target}, but to {where}")


def press(page: Page, target: Locator, key: str = "Enter") -> None:
    """Reach a link or a button and press it; a box to tick with the space bar."""
    reach(page, target)
    page.keyboard.press(key)


def write(page: Page, target: Locator, text: str) -> None:
    """Reach a field and write."""
    reach(page, target)
    page.keyboard.type(text)


def rewrite(page: Page, target: Locator, text: str) -> None:
    """Reach a field and write in the place of what it holds."""
    reach(page, target)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(text)


def choose(page: Page, target: Locator, begins: str) -> None:
    """Reach a list and choose by writing how the entry begins."""
    write(page, target, begins)
    expect(target.locator("option:checked")).to_contain_text(begins)


def sign_in_by_keyboard(page: Page, email: str, password: str = DEMO_PASSWORD) -> None:
    """Sign in as one of the demo's people, without a mouse."""
    page.context.clear_cookies()
    page.goto("/accedi/login/")
    write(page, page.get_by_label("E-mail"), email)
    write(page, page.locator("input[name=password]"), password)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/accedi/login" not in url)
