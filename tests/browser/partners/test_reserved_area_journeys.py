"""A person registers an association; a teacher finds the school. With the keyboard."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.factories.partners import tax_code
from tests.support.pages import Watch, assert_usable, sign_in


def test_a_person_registers_an_association(page: Page, watch: Watch) -> None:
    watch.expect("422")
    sign_in(page, "cittadina@demo.example")
    page.goto("/area-riservata/enti/nuovo/")
    assert_usable(page)

    page.get_by_label("Codice fiscale dell’ente").fill("93021579995")
    page.get_by_label("Nome (obbligatorio)").fill("Il Portone aperto")
    page.get_by_label("Forma giuridica").select_option("odv")
    page.get_by_label("E-mail dell’ente").fill("ilportone@example.com")
    page.get_by_label("Sono il legale rappresentante").check()
    page.get_by_role("button", name="Registra l’ente").press("Enter")
    # The demo has an association with that tax code: its data are not shown, what was written stays.
    expect(page.get_by_role("alert")).to_contain_text("già registrato")
    expect(page.locator("main")).not_to_contain_text("Il Filo")
    expect(page.get_by_label("Nome (obbligatorio)")).to_have_value("Il Portone aperto")
    assert_usable(page)

    page.get_by_label("Codice fiscale dell’ente").fill(tax_code(7_011))
    page.get_by_role("button", name="Registra l’ente").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Il Portone aperto")
    expect(page.locator("main")).to_contain_text("Da verificare")
    assert_usable(page)

    page.get_by_role("link", name="Modifica i dati").press("Enter")
    page.wait_for_url("**/modifica/")
    assert_usable(page)
    page.get_by_role("textbox", name="Che cosa fa", exact=True).fill("Facciamo compagnia a chi è solo.")
    page.get_by_role("button", name="Salva i dati").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("salvati")
    expect(page.locator("main")).to_contain_text("Facciamo compagnia a chi è solo.")


def test_a_teacher_finds_the_school_with_the_keyboard_alone(page: Page) -> None:
    sign_in(page, "cittadina@demo.example")
    page.goto("/area-riservata/scuole/")
    assert_usable(page)
    search = page.get_by_role("searchbox", name="Nome, via, istituto o codice della scuola")
    search.focus()
    page.keyboard.type("primaria filanda")
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="1 scuola trovata")).to_be_visible()
    assert_usable(page)
    page.get_by_role("radio", name="Scuola primaria La Filanda").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="Insegnamento o attività educativa")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Chiedi l’accesso")
    page.keyboard.press("Enter")
    # The institute has to say so: until then the page tells how far it is and what to do.
    expect(page.get_by_role("heading", level=1)).to_have_text("Scuola primaria La Filanda")
    expect(page.get_by_text("La tua richiesta è in attesa")).to_be_visible()
    assert_usable(page)
