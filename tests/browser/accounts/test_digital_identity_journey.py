"""SPID on a phone makes an account and opens it again; at a desk an older account is linked and unlinked."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.identity_provider import Provider
from tests.support.pages import (
    DESKTOP,
    PHONE,
    Watch,
    assert_accessible,
    assert_no_horizontal_scroll,
    set_width,
    sign_in,
)


def test_spid_opens_a_new_account_and_one_that_was_there(
    page: Page, watch: Watch, provider: Provider
) -> None:
    watch.befriend(provider.issuer)
    # The provider has no icon.
    watch.expect("favicon.ico")
    set_width(page, PHONE)
    page.goto("/accedi/login/")
    assert_looks_right(page)
    page.get_by_role("link", name="Entra con SPID").press("Enter")
    page.get_by_label("Livello").fill("1")
    page.get_by_role("button", name="Entra").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Serve un accesso più sicuro")
    assert_looks_right(page)

    page.get_by_role("link", name="Entra con SPID").press("Enter")
    page.get_by_role("button", name="Entra").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ti diamo il benvenuto, Marta")
    assert_looks_right(page)
    page.get_by_role("button", name="Crea l’account").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Marta Prova")
    sign_out(page)

    page.goto("/accedi/login/")
    page.get_by_role("link", name="Entra con SPID").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Marta Prova")
    sign_out(page)

    # Another person at the same machine, who has an account with a password.
    page.context.clear_cookies(domain="127.0.0.1")
    set_width(page, DESKTOP)
    sign_in(page, "cittadina@demo.example")
    page.goto("/area-riservata/identita-digitale/")
    assert_looks_right(page)
    page.get_by_role("link", name="Collega CIE").press("Enter")
    page.get_by_label("Nome", exact=True).fill("Giulia")
    page.get_by_label("Codice fiscale").fill("BNCGLI90A41Z999I")
    page.get_by_role("button", name="Entra").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Vuoi collegarli?")
    assert_looks_right(page)
    page.get_by_role("button", name="Sì, collegali").press("Enter")
    expect(page.locator("main")).to_contain_text("BNC•••••••••••9I")
    assert_looks_right(page)
    page.get_by_role("link", name="Scollega").press("Enter")
    assert_looks_right(page)
    page.get_by_role("button", name="Sì, scollega").press("Enter")
    expect(page.get_by_role("link", name="Collega CIE")).to_be_visible()


def assert_looks_right(page: Page) -> None:
    """Everybody can use the page, and nothing sticks out of it."""
    assert_accessible(page)
    assert_no_horizontal_scroll(page)


def sign_out(page: Page) -> None:
    """Leave, from the reserved area."""
    page.goto("/accedi/logout/")
    page.locator("main").get_by_role("button", name="Esci").press("Enter")
    page.wait_for_url("**/")
