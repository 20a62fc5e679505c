"""What is looked for in the words and the markup of a page. Each rule is a function, tried alone in tests."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from django.utils.translation import gettext_lazy as _

from .findings import Finding
from .markup import Content
from .reading import sentences, word_count

LONGEST_SENTENCE = 30
MOST_NAMED = 3
# What says nothing of where a link leads (WCAG 2.2, 2.4.4).
VAGUE = frozenset(
    {"qui", "clicca qui", "cliccare qui", "clicca", "link", "leggi", "leggi tutto", "continua", "vai",
     "scopri di più", "di più", "approfondisci", "apri", "pagina", "sito", "questo link", "here",
     "click here", "read more"}
)  # fmt: skip
FILE_NAME = re.compile(
    r"^[\w\s()-]+\.(jpe?g|png|gif|webp|avif|svg)$|^(img|dsc|image|immagine|foto)[\s_-]*\d*$", re.I
)

Rule = Callable[[Content], Iterator[Finding]]


def heading_order(content: Content) -> Iterator[Finding]:
    """A level that is skipped hides the structure from who listens to the page (WCAG 2.2, 1.3.1)."""
    before = 1
    for level, words in content.headings:
        if not words:
            yield Finding("headings", _("A heading is empty: write it or take it out."), is_blocking=True)
        elif level > before + 1:
            yield Finding(
                "headings",
                _("This heading is of a level too low for where it stands: use the one above it."),
                words,
            )
        before = level


def link_words(content: Content) -> Iterator[Finding]:
    """A link says where it leads, read alone; one whose page is gone leads nowhere."""
    for link in content.links:
        said = link.says.strip(" .:›»→").lower()
        if link.address is None:
            yield Finding(
                "links",
                _("This link leads to a page that is no longer there: choose another one or take it out."),
                link.says,
                is_blocking=True,
            )
        elif not said:
            yield Finding(
                "links", _("A link says nothing: write where it leads."), link.address, is_blocking=True
            )
        elif said in VAGUE:
            yield Finding(
                "links", _("This link does not say where it leads: use the name of the page."), link.says
            )
        elif said.startswith(("http://", "https://", "www.")):
            yield Finding(
                "links", _("This link is an address: write the name of the page instead."), link.says
            )


def alternative_texts(content: Content) -> Iterator[Finding]:
    """An image tells something, or is marked as an ornament (WCAG 2.2, 1.1.1)."""
    for said in content.alternatives:
        if said is None:
            yield Finding(
                "images",
                _("An image has no alternative text: write what it tells, or say that it is an ornament."),
                is_blocking=True,
            )
        elif FILE_NAME.match(said.strip()):
            yield Finding(
                "images", _("The alternative text is the name of a file: write what the image tells."), said
            )


def long_sentences(content: Content) -> Iterator[Finding]:
    """Sentences that are lost before their end."""
    long = sorted(
        (each for each in sentences(content.texts) if word_count(each) > LONGEST_SENTENCE), key=word_count
    )
    for each in reversed(long[-MOST_NAMED:]):
        yield Finding("reading", _("This sentence is long: make two or three of it."), each)


RULES: tuple[Rule, ...] = (heading_order, link_words, alternative_texts, long_sentences)
