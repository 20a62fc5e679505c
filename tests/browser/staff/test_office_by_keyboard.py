"""What each role of the office does most, with the keyboard alone: from signing in to its being done."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.support.keyboard import press, reach, sign_in_by_keyboard, write
from tests.support.smtp import Inbox

TEACHER, BODY = "Docente in attesa di conferma", "Teatro del Rovella"
EVALUATOR, CHOSEN = "commissaria@example.org", "una-lunga-parola-segreta"
NEWS, ADDED = "Quattordici bar spengono le macchinette", " di sera"


def enter_the_office(page: Page, role: str) -> Locator:
    """Sign in as a role of the demo; return what its first page holds."""
    sign_in_by_keyboard(page, f"{role}@demo.example")
    page.goto("/cms/")
    return page.locator("main")


def done(page: Page) -> Locator:
    """The message that says what has been done."""
    return page.locator(".messages")


def test_an_editor_leaves_a_change_that_the_publisher_publishes(page: Page) -> None:
    home = enter_the_office(page, "redazione")
    write(page, home.get_by_role("textbox").first, NEWS)
    page.keyboard.press("Enter")
    press(page, page.locator("main").get_by_role("link", name=NEWS).first)
    page.wait_for_url("**/edit/")
    title = page.get_by_role("textbox", name="Titolo*")
    reach(page, title)
    page.keyboard.press("End")
    page.keyboard.type(ADDED)
    press(page, page.get_by_role("button", name="Salva bozza"))
    expect(done(page)).to_contain_text(NEWS)

    home = enter_the_office(page, "pubblicazione")
    press(page, home.get_by_role("link", name=re.compile("con modifiche da pubblicare")))
    page.wait_for_url("**/pagine-da-pubblicare/")
    press(page, page.get_by_role("link", name=f"{NEWS}{ADDED}").first)
    page.wait_for_url("**/edit/")
    press(page, page.get_by_role("button", name="Altre azioni"))
    press(page, page.get_by_role("button", name="Pubblica", exact=True))
    expect(done(page)).to_contain_text("pubblicat")
    page.goto("/notizie/bar-spengono/")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{NEWS}{ADDED}")


def test_the_schools_office_lets_a_teacher_in_and_the_transparency_officer_finds_who_looked(
    page: Page,
) -> None:
    home = enter_the_office(page, "scuole")
    press(page, home.get_by_role("link", name=re.compile("chied.* l’accesso a una scuola")))
    page.wait_for_url("**/persone-scuole/?status=declared")
    press(page, page.get_by_role("link", name=TEACHER))
    page.wait_for_url("**/inspect/**")
    press(page, page.get_by_role("button", name="Conferma: lavora lì"))
    expect(done(page)).to_be_visible()
    expect(page.locator("main")).to_contain_text("Confermat")

    enter_the_office(page, "trasparenza")
    page.goto("/cms/accessi-ai-dati/")
    write(page, page.get_by_role("textbox", name="Cerca termine"), TEACHER)
    row = page.get_by_role("row").filter(has_text="nella sua scheda").filter(has_text="Ufficio scuole")
    expect(page).to_have_url(re.compile(r"q=Docente"))
    expect(row.first).to_contain_text(TEACHER)


def test_the_calls_office_verifies_a_body_that_the_official_suspends_and_readmits(page: Page) -> None:
    home = enter_the_office(page, "bandi")
    press(page, home.get_by_role("link", name=re.compile("ent[ei] da verificare")))
    page.wait_for_url("**/enti/?status=to_verify")
    press(page, page.get_by_role("link", name=BODY))
    press(page, page.get_by_role("link", name="Controlla e verifica…"))
    page.wait_for_url("**/verification/**")
    save = page.get_by_role("button", name="Salva il controllo")
    for left in range(save.count(), 0, -1):
        press(page, save.first)
        expect(save).to_have_count(left - 1)
    press(page, page.get_by_role("button", name=re.compile("^Verifica")))
    expect(page.locator("main")).to_contain_text("Verificato")
    body = page.url.replace("verification", "inspect")

    enter_the_office(page, "responsabile")
    page.goto(body)
    press(page, page.get_by_role("link", name="Sospendi…"))
    write(page, page.get_by_label("Motivo"), "La sede indicata è chiusa.")
    press(page, page.get_by_role("button", name="Sospendi l’ente"))
    expect(page.locator("main")).to_contain_text("La sede indicata è chiusa.")
    press(page, page.get_by_role("button", name=re.compile("^Riammetti")))
    expect(page.get_by_role("link", name="Sospendi…")).to_be_visible()


def test_the_director_takes_the_figures_of_a_year_away(page: Page) -> None:
    home = enter_the_office(page, "dirigente")
    press(page, home.get_by_role("link", name="Apri il cruscotto"))
    press(page, page.get_by_role("link", name="2025", exact=True))
    page.wait_for_url("**/dati/?anno=2025")
    reach(page, page.get_by_role("link", name="Scarica in CSV"))
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert "Partecipanti" in Path(waiting.value.path()).read_text("utf-8-sig")


def test_an_administrator_gives_a_role_and_the_new_evaluator_comes_in(page: Page, inbox: Inbox) -> None:
    home = enter_the_office(page, "amministrazione")
    press(page, home.get_by_role("link", name="Aggiungi una persona"))
    page.wait_for_url("**/persone/new/")
    write(page, page.get_by_label("Indirizzo e-mail"), EVALUATOR)
    write(page, page.get_by_label("Cognome"), "Esempio")
    press(page, page.get_by_label("Commissione di valutazione"), "Space")
    press(page, page.get_by_role("button", name="Crea"))
    expect(done(page)).to_be_visible()
    page.context.clear_cookies()

    # Nobody knows the new person's password: they choose it by the link of a mail.
    page.goto("/accedi/login/")
    press(page, page.get_by_role("link", name=re.compile("password", re.IGNORECASE)).first)
    page.wait_for_url("**/password/reset/")
    write(page, page.get_by_label("E-mail"), EVALUATOR)
    page.keyboard.press("Enter")
    page.wait_for_url("**/password/reset/done/")
    message = inbox.wait_for(EVALUATOR, subject="assword").get_body(("plain",))
    assert message is not None
    text = message.get_content()
    page.goto(re.findall(r"http://\S+", text)[0])
    for field in page.locator("main input[type=password]").all():
        write(page, field, CHOSEN)
    page.keyboard.press("Enter")
    page.wait_for_url("**/password/reset/key/done/")
    sign_in_by_keyboard(page, EVALUATOR, CHOSEN)
    page.goto("/cms/")
    expect(page.get_by_role("heading", name="Domande da valutare")).to_be_visible()
    reach(page, page.locator("main").get_by_role("link", name="Imposta il tuo"))
