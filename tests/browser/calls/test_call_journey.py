"""Step 2 of the main job: a call is published, an association applies, the deadline holds."""

from __future__ import annotations

import io
import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.factories.documents import image_bytes, pdf_bytes
from tests.factories.partners import tax_code
from tests.support.pages import assert_usable, sign_in
from tests.support.running_site import RunningSite
from tests.support.smtp import Inbox

TITLE = "Biblioteche di quartiere"
PASSWORD = "una-password-per-la-prova"
PLAN = {"name": "piano.pdf", "mimeType": "application/pdf", "buffer": pdf_bytes()}
PHOTO = {"name": "piano.pdf", "mimeType": "application/pdf", "buffer": image_bytes()}


def test_from_the_call_to_the_receipt_and_past_the_deadline(
    page: Page,
    browser: Browser,
    site: RunningSite,
    inbox: Inbox,
    browser_context_args: dict[str, object],
) -> None:
    publish_a_call(page)
    page.context.clear_cookies()

    page.goto("/bandi/")
    page.get_by_role("link", name=TITLE).click()
    expect(page.locator("main")).to_contain_text("Aperto")
    assert_usable(page)
    page.get_by_role("link", name="Presenta domanda").first.click()
    sign_up(page, inbox)
    register_association(page)
    number = apply(page)

    message = inbox.wait_for("volontaria@example.com", subject=number)
    (receipt,) = list(message.iter_attachments())
    text = "".join(part.extract_text() for part in PdfReader(io.BytesIO(receipt.get_content())).pages)
    assert number in re.sub(r"\s", "", text)

    context = browser.new_context(**{**browser_context_args, "java_script_enabled": False})
    try:
        the_deadline_holds(context.new_page(), site)
    finally:
        context.close()


def publish_a_call(page: Page) -> None:
    """The calls office writes a call in one form and publishes it."""
    sign_in(page, "bandi@demo.example")
    page.goto("/cms/bandi/new/")
    now = datetime.now(ZoneInfo("Europe/Rome"))
    fill = {
        # First, since their pickers open a moment after the field is reached, over what follows.
        "opens_at": f"{now - timedelta(minutes=5):%d/%m/%Y %H:%M}",
        "closes_at": f"{now + timedelta(days=20):%d/%m/%Y} 12:00",
        "act_date": f"{now:%d/%m/%Y}",
        "title": TITLE,
        "summary": "Un contributo a chi apre una stanza di libri nel quartiere.",
        "purpose": "Portare i libri dove non ci sono.",
        "who_may_apply": "Tutti gli enti del Terzo settore.",
        "budget": "20000",
        "grant_min": "1000",
        "grant_max": "5000",
        "criteria-0-title": "Qualità",
        "criteria-0-weight": "100",
        "responsible_name": "Responsabile dell’Ufficio bandi",
        "act_number": "Determinazione 77/2026",
        "legal_basis": "Articolo 12 della legge 241/1990",
    }
    for name, value in fill.items():
        page.locator(f"[name='{name}']").fill(value)
    page.locator("label[for=id_title]").click()
    expect(page.locator(".xdsoft_datetimepicker:visible")).to_have_count(0)
    add_question(page, 0, "Testo breve", "Come si chiama il progetto?")
    add_question(page, 1, "Importo in euro", "Quanto chiedete?")
    add_question(page, 2, "Dichiarazione", "Dichiaro che tutto è vero.")
    page.get_by_role("button", name="Aggiungi documento").click()
    page.locator("[name='wanted_documents-0-label']").fill("Piano delle spese")
    page.get_by_role("button", name="Scegli ufficio").click()
    page.get_by_role("link", name="Ufficio Terzo settore e bandi").click()
    page.get_by_role("button", name="Crea", exact=True).click()
    expect(page.get_by_role("heading", name=TITLE, level=2)).to_be_visible()
    page.get_by_role("button", name="Pubblica il bando").click()
    expect(page.locator("main")).to_contain_text("le sue regole non cambiano più")


def add_question(page: Page, index: int, kind: str, text: str) -> None:
    """Add a question of some kind at the end of the form."""
    page.locator(".c-sf-add-button").last.click()
    page.get_by_role("option", name=kind, exact=True).click()
    page.locator(f"[name='questions-{index}-value-label']").fill(text)


def sign_up(page: Page, inbox: Inbox) -> None:
    """A new person makes an account and confirms the address from the mail."""
    page.get_by_role("link", name="Crea un account").first.click()
    page.get_by_label("Nome", exact=False).first.fill("Volontaria")
    page.get_by_label("Cognome").fill("Di prova")
    page.get_by_label("E-mail").fill("volontaria@example.com")
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    page.locator("main form button[type=submit]").click()
    body = inbox.wait_for("volontaria@example.com").get_body(("plain",))
    assert body is not None
    found = re.search(r"http://localhost:\d+/\S+", body.get_content())
    assert found
    page.goto(found[0])
    page.locator("main form button[type=submit]").click()


def register_association(page: Page) -> None:
    """The call asks for a body: the person registers one and comes back to the call."""
    page.goto("/bandi/")
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("link", name="Presenta domanda").first.click()
    assert_usable(page)
    page.get_by_role("link", name="Registra un ente").click()
    page.get_by_label("Codice fiscale dell’ente").fill(tax_code(8_801))
    page.get_by_label("Nome (obbligatorio)").fill("Scaffale aperto")
    page.get_by_label("Forma giuridica").select_option("aps")
    page.get_by_label("E-mail dell’ente").fill("scaffale@example.com")
    page.get_by_label("Sono il legale rappresentante").check()
    page.get_by_role("button", name="Registra l’ente").click()


def apply(page: Page) -> str:
    """Fill in, save, come back, attach, check, send; return the number."""
    page.get_by_role("radio", name="Scaffale aperto").check()
    page.get_by_role("button", name="Inizia la domanda").click()
    assert_usable(page)
    page.get_by_label("Come si chiama il progetto?").fill("Una stanza di libri")
    page.get_by_role("button", name="Salva bozza").click()
    expect(page.locator("main")).to_contain_text("Bozza salvata")
    expect(page.locator("main")).to_contain_text("Salvato alle")

    # Another day: from the reserved area.
    page.goto("/area-riservata/domande/")
    assert_usable(page)
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.locator("main")).to_contain_text("Che cosa manca")
    assert_usable(page)
    page.get_by_role("link", name="Continua la domanda").click()
    expect(page.get_by_label("Come si chiama il progetto?")).to_have_value("Una stanza di libri")

    page.get_by_label("Quanto chiedete?").fill("duemila")
    page.get_by_role("button", name="Salva e continua").click()
    expect(page.get_by_role("alert")).to_contain_text("Quanto chiedete?")
    assert_usable(page)
    page.get_by_label("Quanto chiedete?").fill("2.500,00")
    page.get_by_label("Dichiaro che tutto è vero.").check()
    page.get_by_role("button", name="Salva e continua").click()

    page.get_by_label(re.compile("Scegli il file PDF.*Piano delle spese")).set_input_files([PHOTO])  # type: ignore[list-item]
    page.get_by_role("button", name=re.compile("Allega.*Piano delle spese")).click()
    expect(page.get_by_role("alert")).to_contain_text("non è di un tipo che possiamo accettare")
    assert_usable(page)
    page.get_by_label(re.compile("Scegli il file PDF.*Piano delle spese")).set_input_files([PLAN])  # type: ignore[list-item]
    page.get_by_role("button", name=re.compile("Allega.*Piano delle spese")).click()
    expect(page.get_by_role("link", name="piano.pdf")).to_be_visible()
    assert_usable(page)
    page.get_by_role("link", name="Continua", exact=True).click()

    expect(page.locator("main")).to_contain_text("Non manca nulla")
    expect(page.locator("main")).to_contain_text("2.500,00 €")
    assert_usable(page)
    page.get_by_role("button", name="Invia la domanda").dblclick()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("è arrivata")
    assert_usable(page)
    number = re.search(r"\d+/\d{4}", heading.inner_text())
    assert number
    with page.expect_download() as download:
        page.get_by_role("link", name="Scarica la ricevuta (PDF)").click()
    assert len(PdfReader(download.value.path()).pages) >= 1
    return number[0]


def the_deadline_holds(page: Page, site: RunningSite) -> None:
    """Without JavaScript: a draft is saved, the time ends, sending is refused and the draft is kept."""
    sign_in(page, "cooperativa@demo.example")
    page.goto("/bandi/")
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("link", name="Presenta domanda").first.click()
    page.get_by_role("radio", name="Il Cortile").check()
    page.get_by_role("button", name="Inizia la domanda").click()
    page.get_by_label("Come si chiama il progetto?").fill("Arrivati tardi")
    page.get_by_role("button", name="Salva bozza").click()
    site.run_python(
        "from calls.notices.models import Call; from vicinia.core.clock import database_now; "
        f"Call.objects.filter(title='{TITLE}').update(closes_at=database_now())"
    )
    page.get_by_label("Come si chiama il progetto?").fill("Arrivati troppo tardi")
    page.get_by_role("button", name="Salva bozza").click()
    expect(page.get_by_role("alert")).to_contain_text("Il tempo per presentare la domanda è finito")
    expect(page.get_by_label("Come si chiama il progetto?")).to_have_value("Arrivati troppo tardi")
    page.goto("/area-riservata/domande/")
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.locator("main")).to_contain_text("Il tempo per presentare la domanda è finito")
    expect(page.locator("main")).to_contain_text("Arrivati tardi")
    expect(page.get_by_role("button", name="Invia la domanda")).to_have_count(0)


def test_the_public_pages_of_calls_are_for_everybody(page: Page) -> None:
    for path in ("/bandi/?stato=chiusi", "/bandi/vicini-di-casa/", "/bandi/estate-insieme/"):
        page.goto(path)
        assert_usable(page)
