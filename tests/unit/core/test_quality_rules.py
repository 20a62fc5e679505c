"""What the rules say of a page's words and markup."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from vicinia.core.quality.markup import content_of
from vicinia.core.quality.rules import RULES


def said(html: str) -> list[tuple[str, str, bool]]:
    """What is found in the content of a page: the beginning of the sentence, its words, whether it blocks."""
    content = content_of(f"<header><a></a></header><main><h1>Titolo</h1>{html}</main>")
    with override("en"):
        found = [finding for rule in RULES for finding in rule(content)]
        return [(str(each.text).split(":")[0], each.words, each.is_blocking) for each in found]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h2>Uno</h2><h3>Due</h3><h2>Tre</h2>", []),
        ("<h3>Tre</h3>", [("This heading is of a level too low for where it stands", "Tre", False)]),
        ("<h2> </h2>", [("A heading is empty", "", True)]),
        ('<a href="/servizi/">I servizi</a>', []),
        ("<a>Una pagina</a>", [("This link leads to a page that is no longer there", "Una pagina", True)]),
        ('<a href="/a/"></a>', [("A link says nothing", "/a/", True)]),
        ('<a href="/a/"><img src="a.png" alt="I servizi"></a>', []),
        ('<a href="/a/" aria-label="I servizi"></a>', []),
        ('<a href="/a/">Clicca qui</a>', [("This link does not say where it leads", "Clicca qui", False)]),
        (
            '<a href="/a/">Leggi tutto →</a>',
            [("This link does not say where it leads", "Leggi tutto →", False)],
        ),
        ('<a href="https://e.it">https://e.it</a>', [("This link is an address", "https://e.it", False)]),
        ('<img src="a.png">', [("An image has no alternative text", "", True)]),
        ('<img src="a.png" alt="">', []),
        (
            '<img src="a.png" alt="IMG_2041">',
            [("The alternative text is the name of a file", "IMG_2041", False)],
        ),
        (
            '<img src="a.png" alt="foto.jpg">',
            [("The alternative text is the name of a file", "foto.jpg", False)],
        ),
        (f"<p>{'parola ' * 31}</p>", [("This sentence is long", ("parola " * 31).strip(), False)]),
        (f"<p>{'parola ' * 30}</p>", []),
        # What the site itself puts there is not the editor's to mend.
        ('<nav><a href="/">qui</a></nav><form><a></a></form>', []),
    ],
)
def test_each_fault_is_named_with_the_words_it_is_about(
    html: str, expected: list[tuple[str, str, bool]]
) -> None:
    assert said(html) == expected
