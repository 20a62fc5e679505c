"""The blocks of a page's body, as readers find them and as the editor takes them."""

from __future__ import annotations

from html import unescape
from json import dumps
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument

from tests.factories.documents import pdf_bytes
from tests.factories.pages import InformationPageFactory, english_home, home
from tests.factories.pictures import make_picture, make_pictures
from tests.factories.territory import PlaceFactory, UnitFactory
from tests.support.editing import add_page, office, rich_text, streamfield
from tests.support.html import Read, read
from vicinia.accounts.roles import Role
from vicinia.core.pages.blocks.text import FEATURES
from vicinia.core.pdf import render
from vicinia.home.sections.models import InformationPage

pytestmark = pytest.mark.django_db

MAP = "https://www.openstreetmap.org/?mlat=45.07&mlon=7.68#map=17/45.07/7.68"
CHART = {
    "title": "Donne accolte",
    "summary": "Crescono.",
    "kind": "bars",
    "unit": "",
    "source": "Centro, 2025",
}


def kept(**blocks: Any) -> str:
    """The body of a page as the database keeps it."""
    return dumps([{"type": name, "value": value} for name, value in blocks.items()])


def shown(client: Client, **blocks: Any) -> Read:
    """A published page with these blocks, read."""
    InformationPageFactory(slug="pagina", body=kept(**blocks))
    return read(client, "/pagina/")


def document(name: str, content: bytes) -> AbstractDocument:
    """A file of the library."""
    made: AbstractDocument = get_document_model().objects.create(
        title=name, file=ContentFile(content, name=name), file_size=len(content)
    )
    return made


def refusal(*blocks: tuple[str, Any]) -> str:
    """The form that comes back when an editor publishes a page with these blocks."""
    answer = add_page(
        office(Role.PUBLISHER),
        home(),
        InformationPage,
        title="Pagina",
        slug="pagina",
        summary="Una frase.",
        body=streamfield(list(blocks)),
    )
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_pictures_have_the_words_of_this_use_and_sizes_for_every_screen(client: Client) -> None:
    one = make_picture()
    two = [
        {"image": {"image": image.pk, "alt_text": f"Casa {i}", "decorative": False}, "caption": f"Numero {i}"}
        for i, image in enumerate(make_pictures(2))
    ]
    page = shown(
        client,
        image={"image": one.pk, "alt_text": "Una porta aperta", "decorative": False},
        gallery={"title": "Le case", "pictures": two},
    )
    images = {tag["alt"]: tag for tag in page.main.select("img")}
    assert set(images) == {"Una porta aperta", "Casa 0", "Casa 1"}
    assert images["Una porta aperta"]["width"] == "1344"
    assert "640w" in images["Una porta aperta"]["srcset"]
    assert all(tag["sizes"] for tag in images.values())
    assert "Numero 1" in page.text


def test_cards_leave_out_what_nobody_may_read_and_speak_the_readers_language(client: Client) -> None:
    live, draft = InformationPageFactory(title="Aperta"), InformationPageFactory(title="Bozza", live=False)
    english = InformationPageFactory(
        title="Open",
        parent=english_home(),
        locale=english_home().locale,
        translation_key=live.translation_key,
    )
    cards = {"title": "Ti può servire", "pages": [draft.pk, live.pk]}
    assert shown(client, cards=cards).cards() == ["Aperta"]
    InformationPageFactory(slug="page", parent=english_home(), locale=english.locale, body=kept(cards=cards))
    assert read(client, "/en/page/").cards() == ["Open"]


def test_contacts_are_those_of_the_records(client: Client) -> None:
    unit, place = UnitFactory(name="Sportello", phone="0000 123401"), PlaceFactory(name="Centro anziani")
    keys = [f"places:{place.pk}", f"units:{unit.pk}", "units:999999", "units:x", "altro:1"]
    page = shown(client, contacts={"title": "Chi chiamare", "contacts": keys})
    assert page.headings(3) == ["Centro anziani", "Sportello"]
    assert page.links()["Telefono 0000 123401"] == "tel:0000123401"


def test_a_file_says_what_it_is_before_the_click(client: Client) -> None:
    tagged = document("guida.pdf", letter())
    plain = document("scansione.pdf", pdf_bytes())
    broken = document("rotto.pdf", b"%PDF-1.7 e poi niente")
    page = shown(
        client, documents={"title": "", "files": [{"document": each.pk} for each in (tagged, plain, broken)]}
    )
    said = [" ".join(item.get_text(" ").split()) for item in page.main.select(".v-material")]
    assert "PDF accessibile" in said[0]
    assert "italiano" in said[0]
    assert "PDF non adatto ai lettori di schermo" in said[1]
    assert "PDF" in said[2]


def letter() -> bytes:
    """A letter of ours, which screen readers read."""
    data = {"lang": "it", "municipality": "Comune", "office": "Ufficio", "title": "Guida", "generated": "",
            "paragraphs": ["Una frase."]}  # fmt: skip
    return render("document", data, at=timezone.now())


def test_a_chart_has_its_figures_in_a_table_too(client: Client) -> None:
    page = shown(client, chart={**CHART, "data": "\tDonne\n2024\t78\n2025\t1.296"})
    assert page.main.select_one('[role="img"]')["aria-label"] == "Donne accolte. Crescono."
    cells = [cell.get_text() for cell in page.main.select("td")]
    assert cells == ["78", "1.296"]
    assert "Voce" in page.text


def test_nothing_of_another_site_is_loaded_and_only_that_page_may_show_it(client: Client) -> None:
    page = shown(client, embed={"title": "Dove siamo", "url": MAP, "words": "<p>Via dei Tintori.</p>"})
    assert not page.soup.select("iframe, [src^=http]")
    assert "OpenStreetMap Foundation riceve" in page.text
    assert page.links()["Apri su OpenStreetMap"].startswith("https://www.openstreetmap.org/")
    assert "Via dei Tintori." in page.text
    policy = client.get("/pagina/")["Content-Security-Policy"]
    assert "frame-src 'self' https://www.openstreetmap.org;" in f"{policy};"
    assert "openstreetmap" not in client.get("/")["Content-Security-Policy"]


def test_a_video_without_its_words_does_not_go_out() -> None:
    video = {"title": "Film", "file": document("film.mp4", b"film").pk, "captions": "", "poster": "",
             "transcript": rich_text("<p></p>"), "transcript_page": ""}  # fmt: skip
    form = refusal(("video", video))
    assert "Un video senza trascrizione non pu" in form
    assert "andato perso: intanto puoi salvare una bozza" in form
    assert not InformationPage.objects.filter(slug="pagina").exists()


def test_a_table_of_thousands_of_rows_is_refused_and_kept() -> None:
    rows = [[f"Riga {i}", str(i)] for i in range(5_000)]
    form = refusal(("table", dumps({"data": rows, "table_header_choice": "row", "table_caption": "Elenco"})))
    assert "La tabella ha 5.000 righe" in form
    assert "Riga 4999" in form


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("embed", {"title": "Film", "url": "https://video.example.org/1", "words": rich_text("<p>x</p>")},
         "«video.example.org» non è un video o una mappa"),
        ("chart", {**CHART, "data": "Anno;Donne\n2025;molte", "file": ""}, "«molte» non è un numero"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_refused_with_its_reason(name: str, value: Any, sentence: str) -> None:
    # The form carries its blocks, with their errors, as JSON.
    assert dumps(sentence)[1:-1] in refusal((name, value))


def test_what_comes_from_word_keeps_only_its_words_headings_lists_and_links() -> None:
    pasted = (
        "<p class=MsoNormal style='margin:0'><o:p></o:p><span lang=IT style='font-family:Calibri'>Caro "
        "<b style='mso-bidi-font-weight:normal'>lettore</b></span></p><font color=red>rosso</font>"
        "<ul><li class=MsoListParagraph>uno</li></ul><script>alert(1)</script><h1>Titolo</h1>"
    )
    converter = ContentstateConverter(FEATURES)
    kept = converter.to_database_format(converter.from_database_format(pasted))
    for left_out in ("style", "Mso", "o:p", "font", "span", "<h1", "<script"):
        assert left_out not in kept
    assert "<b>lettore</b>" in kept
    assert "uno</li>" in kept
