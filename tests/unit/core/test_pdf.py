"""A PDF opens, is tagged and never fails, whatever people wrote."""

import io
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from vicinia.core.pdf import render
from vicinia.core.pdf.glyphs import NotAFont, characters_of
from vicinia.core.pdf.render import font_folder

AT = datetime(2026, 3, 3, 11, 0, tzinfo=UTC)


def document(*paragraphs: str) -> dict[str, object]:
    return {
        "lang": "it",
        "municipality": "Comune di Prova",
        "office": "Ufficio",
        "title": "Avviso",
        "generated": "Fatto oggi",
        "paragraphs": list(paragraphs),
    }


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_the_document_is_tagged_titled_and_archivable():
    pdf = render("document", document("Perché no? 1.250,00 €"), at=AT)
    reader = PdfReader(io.BytesIO(pdf))
    assert "1.250,00 €" in text_of(pdf)
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == "it"
    assert reader.metadata.title == "Avviso"
    xmp = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp


def test_the_same_content_gives_the_same_bytes():
    assert render("document", document("a"), at=AT) == render("document", document("a"), at=AT)


@pytest.mark.parametrize("text", ["Łódź Čapek", "Привет", "Ελλάδα", "مرحبا", "社会政策", "👍🏽 👨‍👩‍👧"])
def test_names_from_many_languages_are_drawn(text):
    assert "U+" not in text_of(render("document", document(text), at=AT))


def test_what_no_font_has_is_written_as_its_code():
    assert "[U+13000]" in text_of(render("document", document("egizio \U00013000"), at=AT))


ODD = st.text(
    st.characters() | st.sampled_from("\u0489\u20e3\u200d\u0301\ufe0f\u202e\ufeff日👨ع\u0345\n"), max_size=60
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ODD, ODD)
def test_no_text_makes_a_pdf_fail(one, two):
    data = {**document(one, two), "office": two, "title": one or "x"}
    assert render("document", data, at=AT).startswith(b"%PDF-")


def test_a_font_tells_what_it_draws(tmp_path):
    titillium = characters_of(font_folder() / "TitilliumWeb_400Regular.ttf")
    assert {ord("a"), ord("è"), ord("€")} <= titillium
    assert ord("日") not in titillium
    assert ord("日") in characters_of(font_folder() / "NotoSansSC_400Regular.ttf")
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(bytes(64))
    with pytest.raises(NotAFont):
        characters_of(broken)
