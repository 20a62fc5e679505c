"""The calls office imports a list with an error by keyboard, corrects it and imports again."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.factories.partners import tax_code
from tests.support.pages import assert_accessible, assert_no_horizontal_scroll, set_width, sign_in

HEADER = "codice_fiscale;denominazione;nome_comune;ets_e_onlus"


def press(page: Page, name: str, *, role: str = "button") -> None:
    """Reach a button or a link and press it, with the keyboard."""
    page.locator("main").get_by_role(role, name=name).first.focus()  # type: ignore[arg-type]
    page.keyboard.press("Enter")


def send(page: Page, path: Path) -> None:
    """From the list to the check of a file; the columns are those called alike."""
    page.goto("/cms/importazioni/new/partners.organisations/")
    page.get_by_label("File da importare").set_input_files(path)
    press(page, "Invia il file")
    expect(page.get_by_role("heading", name="Qual è ogni colonna?")).to_be_visible()
    assert_accessible(page)
    press(page, "Controlla il file")


def test_the_calls_office_imports_corrects_and_imports_again(page: Page, tmp_path: Path) -> None:
    wrong = f"{tax_code(7_001)[:-1]}{(int(tax_code(7_001)[-1]) + 1) % 10}"
    first = tmp_path / "elenco.csv"
    first.write_text(f"{HEADER}\n{tax_code(7_000)};Il Portone;Fontalba;X\n{wrong};Il Filo;Fontalba;\n")
    sign_in(page, "bandi@demo.example")
    send(page, first)
    expect(page.get_by_role("heading", name="Scrivere queste righe?")).to_be_visible(timeout=15_000)
    for width in (360, 1280):
        set_width(page, width)
        assert_accessible(page)
        assert_no_horizontal_scroll(page)
    with page.expect_download() as waiting:
        press(page, "File degli errori (CSV)", role="link")
    errors = Path(waiting.value.path()).read_text("utf-8-sig")
    assert "non è corretto" in errors
    page.get_by_label("Solo le righe buone").focus()
    page.keyboard.press("Space")
    press(page, "Scrivi le righe")
    expect(page.get_by_text("L’importazione è conclusa")).to_be_visible(timeout=15_000)

    corrected = tmp_path / "corretto.csv"
    corrected.write_text(errors.replace(wrong, tax_code(7_001)))
    send(page, corrected)
    expect(page.get_by_role("heading", name="Scrivere queste righe?")).to_be_visible(timeout=15_000)
    press(page, "Scrivi le righe")
    expect(page.get_by_text("L’importazione è conclusa")).to_be_visible(timeout=15_000)
    send(page, corrected)
    expect(page.get_by_text("Non è cambiato nulla")).to_be_visible(timeout=15_000)
    assert_accessible(page)
