"""A citizen subscribes and confirms from the e-mail, the office sends an issue, the citizen leaves.

Mails travel by real SMTP to a server started by the test.
"""

import re
from urllib.request import Request, urlopen

from playwright.sync_api import Page, expect

from tests.support.pages import (
    PHONE,
    assert_accessible,
    assert_no_horizontal_scroll,
    set_width,
)
from tests.support.running_site import RunningSite
from tests.support.smtp import Inbox

READER = "lettrice@example.org"
TOPIC = "Panchine e giardini"


def text_of(message: object) -> str:
    body = message.get_body(("plain",))  # type: ignore[attr-defined]
    return str(body.get_content())


def link_in(message: object, part: str) -> str:
    """The address in a mail's text that holds these words."""
    found = re.search(rf"https?://\S*{part}\S*", text_of(message))
    assert found, text_of(message)
    return found[0]


def test_from_the_subscription_to_the_issue_and_out_again(
    page: Page, site: RunningSite, inbox: Inbox
) -> None:
    site.run_python(
        "from campaigns.newsletter.subscriptions.models import NewsletterTopic;"
        f"NewsletterTopic.objects.create(name='{TOPIC}', slug='panchine', position=9)"
    )
    # The demo's pages may still wait for the worker that indexes them.
    site.manage("update_index")
    subscribe(page, site)
    confirm(page, inbox)
    send_an_issue(page, site)
    message = inbox.wait_for(READER, subject="Una panchina per tutti")
    assert "Città senza gradini" in text_of(message)
    html = message.get_body(("html",))
    assert html is not None
    assert "Città senza gradini" in html.get_content()
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"

    # A link of the message leads to the page and is counted.
    page.goto(link_in(message, "/newsletter/vai/"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Città senza gradini")

    # The mail program's own button: one POST, with nothing but the address.
    leave = str(message["List-Unsubscribe"]).replace("\n", "").replace(" ", "").strip("<>")
    answer = urlopen(Request(leave, data=b"List-Unsubscribe=One-Click", method="POST"))
    assert answer.status == 200
    page.goto(leave)
    expect(page.get_by_role("heading", level=1)).to_have_text("L’iscrizione è annullata")
    assert_accessible(page)
    nobody_is_left(page, site)


def subscribe(page: Page, site: RunningSite) -> None:
    set_width(page, PHONE)
    page.goto(f"{site.url}/newsletter/")
    assert_accessible(page)
    assert_no_horizontal_scroll(page)
    page.get_by_label("Il tuo indirizzo e-mail").fill(READER)
    page.get_by_label(TOPIC).check()
    page.get_by_label("Accetto di ricevere", exact=False).check()
    page.get_by_role("button", name="Iscriviti").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Controlla la posta")
    assert_accessible(page)


def confirm(page: Page, inbox: Inbox) -> None:
    message = inbox.wait_for(READER, subject="Conferma la tua iscrizione")
    page.goto(link_in(message, "/newsletter/conferma/"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Conferma la tua iscrizione")
    assert_accessible(page)
    page.get_by_role("button", name="Conferma l’iscrizione").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("L’iscrizione è confermata")
    inbox.wait_for(READER, subject="La tua iscrizione è confermata")


def send_an_issue(page: Page, site: RunningSite) -> None:
    """The office writes an issue of a page that exists, tries it, sends it."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{site.url}/cms/login/")
    page.locator("input[name=login]").fill("redazione@demo.example")
    page.locator("input[name=password]").fill("Vicinia-demo-2026")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/cms/$"))
    page.goto(f"{site.url}/cms/newsletter/numeri/new/")
    page.locator("input[name=subject]").fill("Una panchina per tutti")
    page.get_by_label(TOPIC).check()
    page.get_by_role("button", name="Aggiungi Pagina").click()
    page.get_by_role("button", name="Scegli una pagina").click()
    chooser = page.locator(".modal")
    chooser.locator("input[name=q]").fill("Città senza gradini")
    chooser.get_by_role("link", name="Città senza gradini").first.click()
    expect(chooser).to_be_hidden()
    page.get_by_role("button", name="Crea").click()
    expect(page.locator(".v-record__title")).to_have_text("Una panchina per tutti")

    page.get_by_role("link", name="Anteprima").click()
    frame = page.frame_locator("iframe.v-mail-preview")
    expect(frame.get_by_role("link", name="Città senza gradini").last).to_be_visible()
    page.get_by_role("link", name="Torna al numero").click()
    page.get_by_role("link", name="Invia ora").click()
    expect(page.get_by_role("heading", name="Inviare «Una panchina per tutti» a 1 persona?")).to_be_visible()
    page.get_by_role("button", name="Invia a 1 persona").click()
    expect(page.get_by_text("1 copie su 1")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("inviato", exact=True)).to_be_visible(timeout=30_000)


def nobody_is_left(page: Page, site: RunningSite) -> None:
    """The next issue on the same topic finds no reader."""
    page.goto(f"{site.url}/cms/newsletter/iscritti/?q={READER}")
    expect(page.get_by_role("cell", name="annullata")).to_be_visible()
    page.get_by_role("link", name=READER).click()
    expect(page.get_by_text("consenso ritirato")).to_be_visible()
    expect(page.get_by_text("pulsante del programma di posta")).to_be_visible()
