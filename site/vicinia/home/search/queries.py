"""Finding what a reader types, also when it is spelt wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import get_language
from wagtail.models import Page

from vicinia.core.components import Link, Text
from vicinia.core.page_cache.kept import KeptByGeneration
from vicinia.core.pages.breadcrumbs import HOME_DEPTH
from vicinia.core.pages.published import published
from vicinia.core.search import Matches, sources
from vicinia.home.topics.queries import TOPIC, find_topics
from vicinia.territory.models import Topic

from .documents import DOCUMENTS, find_documents
from .pages import Way, find_pages, kind_key, page_kinds, public_pages
from .results import Results
from .spelling import WORDS, Vocabulary

LONGEST, MOST_WORDS = 100, 10

_vocabulary: KeptByGeneration[Vocabulary] = KeptByGeneration()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of results: how addresses call it, its name, how many there are."""

    key: str
    label: Text
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: `words` are those that found it, in their `way`, perhaps not those typed."""

    query: str
    words: str
    way: Way = "every"
    kinds: tuple[Kind, ...] = ()
    results: Results = field(default_factory=Results)

    @property
    def total(self) -> int:
        """How much there is, of every kind."""
        return sum(kind.count for kind in self.kinds)

    @property
    def is_corrected(self) -> bool:
        """Tell whether nothing has the words as they were typed."""
        return self.words != self.query


def cleaned(text: str) -> str:
    """Return the words of a search: no signs that mean something to a database, at most ten words."""
    return " ".join(WORDS.findall(text[: LONGEST * 10])[:MOST_WORDS])[:LONGEST].strip()


def find(text: str, *, kind: str = "", topic: str = "") -> Found:
    """Search everything that anybody may read in the active language, by the strictest way that finds.

    `kind` is a key of `Found.kinds`, `topic` the address of a topic: only pages are about a topic.
    """
    query = cleaned(text)
    for words, way in attempts(query):
        found = look_up(query, words, way, kind=kind, topic=topic)
        if found.kinds:
            return found
    return Found(query, query)


def attempts(query: str) -> Iterator[tuple[str, Way]]:
    """Say which words to search and how: as typed, then spelt as our texts do, then only some of them."""
    if not query:
        return
    yield query, "every"
    yield query, "begun"
    # Only now: making the vocabulary costs, and most searches find.
    corrected = vocabulary().corrected(query)
    if corrected != query:
        yield corrected, "every"
    yield query, "some"
    if corrected != query:
        yield corrected, "some"


def look_up(query: str, words: str, way: Way, *, kind: str, topic: str) -> Found:
    """Search in one way."""
    pages = find_pages(words, way, topic=topic)
    labels = page_kinds()
    kinds = [Kind(key, labels[key], count) for key, count in pages.counts.most_common() if key in labels]
    matches: dict[str, Matches] = {}
    if way == "every" and not topic:
        for label, found in others(words):
            if count := found.count():
                key = kind_key(label)
                kinds.append(Kind(key, label, count))
                matches[key] = found
    if kind in matches:
        return Found(query, words, way, tuple(kinds), Results(matches[kind]))
    if kind in pages.counts:
        chosen = find_pages(words, way, kind=kind, topic=topic)
        return Found(query, words, way, tuple(kinds), Results(chosen))
    first = kind_key(TOPIC)
    ordered = (matches.pop(first, None), pages, *matches.values())
    return Found(query, words, way, tuple(kinds), Results(*filter(None, ordered)))


def others(words: str) -> Iterator[tuple[Text, Matches]]:
    """Search what is no page: topics, what apps add, documents."""
    yield TOPIC, find_topics(words)
    for source in sources:
        yield source.kind, source.find(words)
    yield DOCUMENTS, find_documents(words)


def vocabulary() -> Vocabulary:
    """Return the words of our titles and names in the active language, kept until something is published."""
    return _vocabulary.get(get_language(), read_vocabulary)


def read_vocabulary() -> Vocabulary:
    """Read the titles of pages and the names of what apps add."""
    names = [name for source in sources for name in source.names()]
    topics = Topic.objects.values_list("name", flat=True)
    return Vocabulary([*public_pages().order_by().values_list("title", flat=True), *topics, *names])


def starting_points() -> tuple[Link, ...]:
    """Return where to go when a search finds nothing: the entries of the main menu."""
    pages = published(Page.objects.in_menu().filter(depth=HOME_DEPTH + 1).select_related("locale"))
    return tuple(Link(page.title, page.url or "") for page in pages.order_by("path"))
