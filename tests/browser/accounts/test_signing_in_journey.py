"""From a new account to a passkey, with the keyboard alone: mails by real SMTP, a real browser's passkeys."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from tests.support.factors import code_of
from tests.support.keyboard import press, write
from tests.support.pages import PHONE, assert_accessible, assert_no_horizontal_scroll, set_width, sign_in
from tests.support.running_site import RunningSite
from tests.support.smtp import Inbox

EMAIL, PASSWORD = "passaparola@example.org", "una-lunga-parola-segreta"
# A telephone that unlocks itself whenever it is asked.
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def test_from_a_new_account_to_a_passkey(
    page: Page, browser: Browser, site: RunningSite, inbox: Inbox
) -> None:
    set_width(page, PHONE)
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})

    sign_up(page, inbox)
    sign_out(page)
    enter_with_a_code(page, inbox)
    elsewhere = open_elsewhere(browser, site)
    secret = add_the_app(page, inbox)
    sign_out(page)
    enter_with_the_app(page, secret)
    add_a_passkey(page, inbox)
    sign_out(page)

    page.goto("/accedi/login/")
    look_at(page, "Accedi")
    press(page, page.get_by_role("button", name="Entra con la passkey"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Anna")
    end_the_other_session(page, elsewhere)


def look_at(page: Page, heading: str) -> None:
    """The screen is there, and everybody can use it, on a telephone too."""
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    assert_accessible(page)
    assert_no_horizontal_scroll(page)


def in_mail(message: object, pattern: str) -> str:
    """What the text of a mail says."""
    text = str(message.get_body(("plain",)).get_content())  # type: ignore[attr-defined]
    found = re.search(pattern, text)
    assert found, text
    return found[0]


def sign_up(page: Page, inbox: Inbox) -> None:
    """Make the account, open the link of the mail."""
    page.goto("/registrati/")
    for label, value in (("Nome", "Anna"), ("Cognome", "Bianchi"), ("E-mail", EMAIL)):
        field = page.locator("main").get_by_label(f"{label} (obbligatorio)", exact=True)
        write(page, field, value)
    for name in ("password1", "password2"):
        write(page, page.locator(f"input[name={name}]"), PASSWORD)
    press(page, page.get_by_role("button", name="Crea l’account"))
    page.goto(in_mail(inbox.wait_for(EMAIL, subject="Conferma"), r"http://\S+"))
    press(page, page.get_by_role("button", name="Sì, conferma l’indirizzo"))
    page.wait_for_url("**/area-riservata/")


def sign_out(page: Page) -> None:
    """Leave from the reserved area."""
    page.goto("/area-riservata/")
    press(page, page.locator("main").get_by_role("button", name="Esci"))
    page.wait_for_url(re.compile(r":\d+/$"))


def enter_with_a_code(page: Page, inbox: Inbox) -> None:
    """Without the password, with the code that comes by mail."""
    page.goto("/accedi/login/")
    press(page, page.get_by_role("link", name="Entra con un codice"))
    look_at(page, "Entra con un codice")
    write(page, page.get_by_label("E-mail"), EMAIL)
    press(page, page.get_by_role("button", name="Mandami il codice"))
    code = in_mail(inbox.wait_for(EMAIL, subject="Il tuo codice"), r"\d{3}-\d{3}-\d{3}")
    look_at(page, "Scrivi il codice")
    write(page, page.get_by_label("Codice del messaggio"), code)
    press(page, page.get_by_role("button", name="Accedi", exact=True))
    page.wait_for_url("**/area-riservata/")


def add_the_app(page: Page, inbox: Inbox) -> str:
    """Set the app up from the security page; return its key."""
    press(page, page.get_by_role("link", name="Password, secondo passaggio, dispositivi"))
    look_at(page, "Sicurezza dell’accesso")
    press(page, page.get_by_role("link", name="Imposta l’app"))
    look_at(page, "Conferma che sei tu")
    write(page, page.locator("input[name=password]"), PASSWORD)
    press(page, page.get_by_role("button", name="Continua"))
    secret = page.locator("main code").inner_text()
    look_at(page, "Imposta l’app di verifica")
    write(page, page.get_by_label("Codice che l’app mostra"), code_of(secret))
    press(page, page.get_by_role("button", name="Attiva l’app"))
    look_at(page, "Codici di recupero")
    with page.expect_download() as download:
        press(page, page.get_by_role("link", name="Scaricali (.txt)"))
    assert len(download.value.path().read_text().split()) == 10
    inbox.wait_for(EMAIL, subject="App di verifica aggiunta")
    return secret


def enter_with_the_app(page: Page, secret: str) -> None:
    """Password, then the code of the app."""
    page.goto("/accedi/login/")
    write(page, page.get_by_label("E-mail"), EMAIL)
    write(page, page.locator("input[name=password]"), PASSWORD)
    page.keyboard.press("Enter")
    look_at(page, "Secondo passaggio")
    write(page, page.get_by_label("Codice"), code_of(secret))
    page.keyboard.press("Enter")
    page.wait_for_url("**/area-riservata/")


def add_a_passkey(page: Page, inbox: Inbox) -> None:
    """One more way in, kept by the device."""
    page.goto("/area-riservata/sicurezza/")
    press(page, page.get_by_role("link", name="Aggiungi una passkey"))
    write(page, page.locator("input[name=password]"), PASSWORD)
    press(page, page.get_by_role("button", name="Continua"))
    look_at(page, "Aggiungi una passkey")
    write(page, page.get_by_label("Nome della passkey"), "Telefono di Anna")
    press(page, page.get_by_role("button", name="Crea la passkey"))
    expect(page.locator("main")).to_contain_text("Telefono di Anna")
    look_at(page, "Sicurezza dell’accesso")
    inbox.wait_for(EMAIL, subject="Passkey aggiunta")


def open_elsewhere(browser: Browser, site: RunningSite) -> Page:
    """Another browser, where the account is left open."""
    elsewhere = browser.new_context(base_url=site.url, locale="it-IT").new_page()
    sign_in(elsewhere, EMAIL, PASSWORD)
    return elsewhere


def end_the_other_session(page: Page, elsewhere: Page) -> None:
    """The account left open elsewhere is closed from here."""
    page.goto("/area-riservata/sicurezza/")
    expect(page.locator("main")).to_contain_text("Questo dispositivo")
    press(page, page.get_by_role("button", name="Termina le altre sessioni"))
    expect(page.get_by_role("status")).to_contain_text("Le altre sessioni sono chiuse")
    look_at(page, "Sicurezza dell’accesso")
    elsewhere.goto("/area-riservata/")
    elsewhere.wait_for_url("**/accedi/login/**")
    elsewhere.context.close()
