"""What a page's markup says, whatever made it. Pure: no Django here."""

from __future__ import annotations

from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

# What is read as a sentence of its own.
BLOCKS = ("p", "li", "dd", "dt", "td", "th", "h2", "h3", "h4", "blockquote", "figcaption", "summary")
# Parts of the shell inside of the content, which no editor writes.
NOT_WRITTEN = (
    ".v-breadcrumb, nav, form, .v-feedback, .v-newsletter, .v-share, .v-exit, script, style, [hidden]"
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link: where it leads (None when its target is gone) and what it says, its image's text too."""

    address: str | None
    says: str


@dataclass(frozen=True, slots=True)
class Content:
    """What an editor wrote on a page: (level, words) of headings, links, alternative texts of images (None
    where there is none), and the texts that are read one after the other."""

    headings: tuple[tuple[int, str], ...]
    links: tuple[Link, ...]
    alternatives: tuple[str | None, ...]
    texts: tuple[str, ...]


def content_of(html: str) -> Content:
    """Read the content of a whole page: what is in its <main>, without what the site itself puts there."""
    soup = BeautifulSoup(html, "html.parser")
    main = soup.find("main") or soup
    for part in main.select(NOT_WRITTEN):
        part.decompose()
    return Content(
        headings=tuple(
            (int(tag.name[1]), _words(tag)) for tag in main.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
        ),
        links=tuple(Link(_address(tag), _says(tag)) for tag in main.find_all("a")),
        alternatives=tuple(_alternative(tag) for tag in main.find_all("img")),
        texts=tuple(_words(tag) for tag in main.find_all(BLOCKS) if tag.find(BLOCKS) is None and _words(tag)),
    )


def _words(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def _address(tag: Tag) -> str | None:
    found = tag.get("href")
    return str(found) if found else None


def _says(tag: Tag) -> str:
    images = [str(image.get("alt") or "") for image in tag.find_all("img")]
    return " ".join([str(tag.get("aria-label") or ""), _words(tag), *images]).strip()


def _alternative(tag: Tag) -> str | None:
    found = tag.get("alt")
    return None if found is None else str(found)
