"""Each role of the office on its own screens, with a phone and at a desk; the director's figures."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.support.pages import (
    DESKTOP,
    PHONE,
    assert_accessible,
    assert_no_horizontal_scroll,
    set_width,
    sign_in,
)

# The screens of each role; of a list that ends with `>` the first record is opened too. Long lists are
# searched: axe reads every row.
SCREENS = {
    "redazione": [
        "newsletter/numeri/>",
        "newsletter/iscritti/?q=lettura18>",
        "partecipazione/?q=porta>",
        "avviso/",
    ],
    "pubblicazione": ["valutazioni/", "pagine-da-pubblicare/"],
    "bandi": ["bandi/>", "domande/>", "enti/>", "enti/new/"],
    "responsabile": ["bandi/revoke/1/", "enti/suspend/1/"],
    "commissione1": [],
    "scuole": ["progetti-scuole/edizioni/", "progetti-scuole/adesioni/?q=4B>", "scuole/?q=liceo>"],
    "dirigente": ["dati/", "persone-scuole/>"],
    "trasparenza": ["registro-operazioni/?q=estate"],
    "amministrazione": ["anagrafi-scuole/", "persone/"],
}
# Wagtail's page hides what is wider than the window instead of scrolling: a cut column is lost.
CUT_OFF = """() => {
    const width = document.documentElement.clientWidth;
    const hidden = '.w-sr-only, .w-minimap, .form-side, .w-breadcrumbs';
    const scrolls = (element) => {
        for (let box = element.parentElement; box && box.tagName !== 'MAIN'; box = box.parentElement)
            if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX)) return true;
        return false;
    };
    return [...document.querySelectorAll('main *')].filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 1 && box.height > 1 && box.right > width + 1
            && !element.closest(hidden) && !scrolls(element);
    }).slice(0, 5).map((element) => element.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize("role", SCREENS)
def test_the_office_works_with_a_phone_and_at_a_desk(page: Page, role: str) -> None:
    sign_in(page, f"{role}@demo.example")
    page.goto("/cms/")
    expect(page.locator(".v-role-panel").first).to_be_visible()
    assert_usable(page)
    for screen in SCREENS[role]:
        page.goto(f"/cms/{screen.removesuffix('>')}")
        assert_usable(page)
        if screen.endswith(">"):
            page.locator("table.listing td.title a").first.click()
            expect(page.locator(".v-record")).to_be_visible()
            assert_usable(page)


def assert_usable(page: Page) -> None:
    """One heading, nothing out of the window, no axe violation, at both widths."""
    for width in (PHONE, DESKTOP):
        set_width(page, width)
        expect(page.locator("h1")).to_have_count(1)
        assert_no_horizontal_scroll(page)
        assert_nothing_cut_off(page, width)
        assert_accessible(page, where=f"{page.url} at {width} px", colours=width == DESKTOP)


def assert_nothing_cut_off(page: Page, width: int) -> None:
    """Everything in the page is within the window, once the menu at its side has opened or closed."""
    try:
        page.wait_for_function(f"({CUT_OFF})().length === 0", timeout=4000)
    except PlaywrightTimeout:
        pytest.fail(f"{page.url} at {width} px: {page.evaluate(CUT_OFF)}")


def test_a_list_on_a_phone_names_each_value_and_still_sorts(page: Page) -> None:
    sign_in(page, "bandi@demo.example")
    set_width(page, PHONE)
    page.goto("/cms/enti/")
    cell = page.locator("td[data-label='Codice fiscale']").first
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") == '"Codice fiscale"'
    page.get_by_role("link", name="Nome").click()
    page.wait_for_url("**/cms/enti/?ordering=*name")
    names = page.locator("table.listing td.title").all_inner_texts()
    assert names == sorted(names, reverse="-name" in page.url)


def test_a_role_that_opens_anothers_screen_is_told_so_and_finds_its_own(page: Page) -> None:
    sign_in(page, "commissione1@demo.example")
    page.goto("/cms/bandi/")
    expect(page.locator("main")).to_contain_text("non hai i permessi")
    expect(page.get_by_role("heading", name="Domande da valutare")).to_be_visible()


def test_the_director_reads_the_figures_and_takes_them_away(page: Page) -> None:
    sign_in(page, "dirigente@demo.example")
    page.goto("/cms/")
    page.get_by_role("link", name="Apri il cruscotto").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Chi abbiamo raggiunto?")
    names = page.locator(".v-figure__label").all_inner_texts()
    values = [text.replace(".", "") for text in page.locator(".v-figure__value").all_inner_texts()]
    shown = dict(zip(names, values, strict=True))
    reach = shown.pop("Copertura della newsletter")
    assert {"Campagne", "Domande ricevute", "Classi iscritte", "Partecipanti"} <= set(shown)
    assert all(value.isdigit() and value != "0" for value in shown.values()), shown
    chart = page.locator("img.v-dashboard__chart")
    expect(chart).to_have_js_property("complete", value=True)
    assert chart.evaluate("image => image.naturalWidth") > 0
    months = page.get_by_role("table", name="Partecipanti mese per mese")
    expect(months.get_by_role("rowheader", name="Gennaio")).to_be_visible()

    exported = rows_of_csv(download(page, "Scarica in CSV"))
    assert {row[0]: row[3] for row in exported if row[0] in shown} == shown
    assert [f"{row[5]}%" for row in exported if row[0] == "Copertura della newsletter"] == [reach]
    # Playwright's file has no ending, which openpyxl asks of a path.
    sheet = load_workbook(io.BytesIO(download(page, "Scarica in XLSX").read_bytes())).active
    assert sheet is not None
    numbers = {str(row[0]): row[3] for row in sheet.iter_rows(values_only=True)}
    assert {name: str(numbers[name]) for name in shown} == shown


def download(page: Page, label: str) -> Path:
    """Press the button and return the file."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=label).click()
    return Path(waiting.value.path())


def rows_of_csv(path: Path) -> list[list[str]]:
    """Read a file as an Italian spreadsheet does."""
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))
