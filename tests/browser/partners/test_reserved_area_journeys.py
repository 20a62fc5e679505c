"""A person registers an association; a teacher finds the school. With the keyboard alone."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.factories.partners import tax_code
from tests.support.keyboard import choose, press, reach, rewrite, sign_in_by_keyboard, write
from tests.support.pages import Watch, assert_usable


def test_a_person_registers_an_association(page: Page, watch: Watch) -> None:
    watch.expect("422")
    sign_in_by_keyboard(page, "cittadina@demo.example")
    page.goto("/area-riservata/enti/nuovo/")
    assert_usable(page)

    write(page, page.get_by_label("Codice fiscale dell’ente"), "93021579995")
    write(page, page.get_by_label("Nome (obbligatorio)"), "Il Portone aperto")
    choose(page, page.get_by_label("Forma giuridica"), "Organizzazione")
    write(page, page.get_by_label("E-mail dell’ente"), "ilportone@example.com")
    press(page, page.get_by_label("Sono il legale rappresentante"), "Space")
    press(page, page.get_by_role("button", name="Registra l’ente"))
    # The demo has an association with that tax code: its data are not shown, what was written stays.
    expect(page.get_by_role("alert")).to_contain_text("già registrato")
    expect(page.locator("main")).not_to_contain_text("Il Filo")
    expect(page.get_by_label("Nome (obbligatorio)")).to_have_value("Il Portone aperto")
    assert_usable(page)

    rewrite(page, page.get_by_label("Codice fiscale dell’ente"), tax_code(7_011))
    press(page, page.get_by_role("button", name="Registra l’ente"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Il Portone aperto")
    expect(page.locator("main")).to_contain_text("Da verificare")
    assert_usable(page)

    press(page, page.get_by_role("link", name="Modifica i dati"))
    page.wait_for_url("**/modifica/")
    assert_usable(page)
    what_it_does = page.get_by_role("textbox", name="Che cosa fa", exact=True)
    write(page, what_it_does, "Facciamo compagnia a chi è solo.")
    press(page, page.get_by_role("button", name="Salva i dati"))
    expect(page.get_by_role("status")).to_contain_text("salvati")
    expect(page.locator("main")).to_contain_text("Facciamo compagnia a chi è solo.")


def test_a_teacher_finds_the_school_with_the_keyboard_alone(page: Page) -> None:
    sign_in_by_keyboard(page, "cittadina@demo.example")
    page.goto("/area-riservata/scuole/")
    assert_usable(page)
    search = page.get_by_role("searchbox", name="Nome, via, istituto o codice della scuola")
    write(page, search, "primaria filanda")
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="1 scuola trovata")).to_be_visible()
    assert_usable(page)
    press(page, page.get_by_role("radio", name="Scuola primaria La Filanda"), "Space")
    reach(page, page.get_by_role("radio", name="Insegnamento o attività educativa"), most=1)
    press(page, page.get_by_role("button", name="Chiedi l’accesso"))
    # The institute has to say so: until then the page tells how far it is and what to do.
    expect(page.get_by_role("heading", level=1)).to_have_text("Scuola primaria La Filanda")
    expect(page.get_by_text("La tua richiesta è in attesa")).to_be_visible()
    assert_usable(page)
