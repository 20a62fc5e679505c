"""Addresses of schools' websites open, however the school wrote them."""

import pytest

from partners.schools.registry.website import clean_website


@pytest.mark.parametrize(
    ("written", "opens"),
    [
        ("www.scuola.example", "https://www.scuola.example"),
        ("WWW.Scuola.EXAMPLE/Pagina/", "https://www.scuola.example/Pagina/"),
        ("https//www.scuola.example/", "https://www.scuola.example/"),
        ("http//www.scuola.example", "http://www.scuola.example"),
        ("http://scuola.example", "http://scuola.example"),
        ("htpps//www.scuola.example", "https://www.scuola.example"),
        ("https:\\\\www.scuola.example", "https://www.scuola.example"),
        ("http// www.scuola.example", "http://www.scuola.example"),
        ("www. scuola.example", "https://www.scuola.example"),
        ("WWW SCUOLA.EXAMPLE", "https://www.scuola.example"),
        ("www,scuola.example", "https://www.scuola.example"),
        ("www.scuola..example.", "https://www.scuola.example"),
        ("scuola.example - altra.example", "https://scuola.example"),
        ("CPIA 7 http//www.scuola.example", "http://www.scuola.example"),
        ("https//www.scuola.example/?q=1", "https://www.scuola.example/?q=1"),
    ],
)
def test_an_address_is_mended(written: str, opens: str) -> None:
    assert clean_website(written) == opens
    assert clean_website(opens) == opens


@pytest.mark.parametrize(
    "written",
    [
        "",
        "www",
        "in allestimento",
        "segreteria@scuola.example",
        "www.scuola@pec.example",
        "xxxx",
        "www.scuola.x",
        "javascript:alert(1)",
        "www.scuola.example/una pagina",
        "Istituto Comprensivo",
        "www." + "a" * 400 + ".example",
    ],
)
def test_what_is_no_address_is_left_out(written: str) -> None:
    assert clean_website(written) == ""
