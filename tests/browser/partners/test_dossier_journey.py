"""With the keyboard alone a body brings a document, the office rejects it, another comes and is approved."""

from __future__ import annotations

import re
from datetime import date, timedelta

from playwright.sync_api import Page, expect

from tests.factories.documents import pdf_bytes
from tests.support.keyboard import press, sign_in_by_keyboard, write
from tests.support.pages import (
    DESKTOP,
    PHONE,
    assert_accessible,
    assert_no_horizontal_scroll,
    set_width,
)
from tests.support.smtp import Inbox

MEMBER, OFFICE = "volontari@demo.example", "bandi@demo.example"
DOCUMENT = "Assicurazione dei volontari"


def test_a_document_goes_from_the_body_to_the_office_and_back(page: Page, inbox: Inbox) -> None:
    sign_in_by_keyboard(page, MEMBER)
    press(page, page.get_by_role("link", name="Documenti di Senza Barriere").first)
    page.wait_for_url("**/documenti/")
    check(page)
    upload_insurance(page, pages=3)

    sign_in_by_keyboard(page, OFFICE)
    open_the_document(page)
    check(page)
    press(page, page.get_by_role("link", name="Respingi…").first)
    page.wait_for_url("**/reject/**")
    check(page)
    write(page, page.get_by_label("Motivo"), "Manca la pagina con la firma.")
    press(page, page.get_by_role("button", name="Respingi il documento").first)
    expect(page.locator(".messages")).to_contain_text("l’ente riceve un’e-mail")
    body = inbox.wait_for(MEMBER, subject="serve una nuova versione").get_body(("plain",))
    assert body is not None
    assert "Manca la pagina con la firma." in body.get_content()

    sign_in_by_keyboard(page, MEMBER)
    task = page.get_by_role("listitem").filter(has_text="non è stato accettato")
    press(page, task.get_by_role("link").first)
    upload_insurance(page, pages=4, is_form_open=True)

    sign_in_by_keyboard(page, OFFICE)
    open_the_document(page)
    press(page, page.get_by_role("button", name="Approva").first)
    expect(page.locator(".messages")).to_contain_text("è valido")


def upload_insurance(page: Page, *, pages: int, is_form_open: bool = False) -> None:
    """From the list of documents, or from the form itself, to the page that says that it is here."""
    if not is_form_open:
        press(page, page.get_by_role("link", name=re.compile(f"Carica.*{DOCUMENT}")).first)
    page.wait_for_url("**/carica/**")
    if not is_form_open:
        check(page)
    content = pdf_bytes(pages=pages)
    page.get_by_label("File").set_input_files(
        {"name": "polizza.pdf", "mimeType": "application/pdf", "buffer": content}
    )
    # Which part of a date comes first depends on the browser's language: its value is given whole.
    page.get_by_label("Vale fino a").fill((date.today() + timedelta(days=200)).isoformat())  # noqa: DTZ011
    press(page, page.get_by_role("button", name="Carica il documento").first)
    expect(page.get_by_role("status").first).to_contain_text("è arrivato")


def open_the_document(page: Page) -> None:
    """From the panel of the office to the document of this body."""
    page.goto("/cms/")
    press(page, page.get_by_role("link", name=re.compile("document[oi] da controllare")).first)
    row = page.get_by_role("row").filter(has_text="Senza Barriere")
    press(page, row.get_by_role("link", name=DOCUMENT))
    expect(page.get_by_role("heading", name=DOCUMENT, level=2)).to_be_visible()


def check(page: Page) -> None:
    """Everybody can use this screen, on a phone and at a desk."""
    for width in (PHONE, DESKTOP):
        set_width(page, width)
        assert_no_horizontal_scroll(page)
    assert_accessible(page)
