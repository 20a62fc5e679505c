"""A page as a reader sees it: its parts by what they are for, its words without the markup."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bs4 import BeautifulSoup, NavigableString, Tag
from django.test import Client


class Read:
    """An answer of the site, parsed; the words of the content come without head and foot."""

    def __init__(self, html: str) -> None:
        self.soup = BeautifulSoup(html, "html.parser")
        self.main: Tag = self.soup.main or self.soup

    @property
    def text(self) -> str:
        """The words between head and foot, in one line."""
        return words(self.main)

    @property
    def title(self) -> str:
        """The title of the browser's window."""
        return words(self.soup.title)

    @property
    def heading(self) -> str:
        """The only main heading."""
        (heading,) = self.soup.find_all("h1")
        return words(heading)

    def headings(self, level: int = 2) -> list[str]:
        """The headings of a level, in their order."""
        return [words(heading) for heading in self.main.find_all(f"h{level}")]

    def cards(self, within: str = "") -> list[str]:
        """The titles of the cards, in their order; `within` is the id of a section's heading."""
        return [words(link) for link in self._cards(within)]

    def card(self, title: str) -> str:
        """All the words of the card with this title."""
        (link,) = [each for each in self._cards("") if words(each) == title]
        return words(link.find_parent(class_="v-card"))

    def links(self, within: Tag | None = None) -> dict[str, str]:
        """Addresses by what their links say."""
        found = (within or self.main).find_all("a", href=True)
        return {words(link): str(link["href"]) for link in found}

    def element(self, name: str) -> str:
        """The words of what the public validator knows by this `data-element`; there must be one."""
        (found,) = self.soup.select(f'[data-element="{name}"]')
        return words(found)

    def elements(self) -> set[str]:
        """All the `data-element`s of the page."""
        return {str(tag["data-element"]) for tag in self.soup.select("[data-element]")}

    def filters(self, label: str) -> dict[str, str]:
        """A filter of a list: its addresses by their words; the chosen one is marked with `*`."""
        (name,) = [tag for tag in self.main.select(".v-filter__label") if words(tag) == label]
        links = name.find_parent(class_="v-filter").find_all("a")
        return {words(a) + ("*" if a.get("aria-current") else ""): str(a["href"]) for a in links}

    def facts(self) -> dict[str, str]:
        """The definition list of the side column."""
        terms = self.main.find_all("dt")
        return {words(term): words(term.find_next("dd")) for term in terms}

    def _cards(self, within: str) -> list[Tag]:
        heading = self.main.find(id=within) if within else None
        place = heading.find_parent("section") if heading else self.main
        return [] if within and not heading else place.select(".v-card__title a")


def words(tag: Tag | None) -> str:
    """What a tag says, in one line."""
    if tag is None:
        return ""
    return " ".join("".join(_joined(part) for part in tag.strings).split())


def _joined(part: NavigableString) -> str:
    """A text apart from the one before; where an address may be broken, no reader sees a space."""
    before = part.previous_sibling
    return str(part) if isinstance(before, Tag) and before.name == "wbr" else f" {part}"


def read(client: Client, path: str, query: Mapping[str, str] | None = None) -> Read:
    """Open a page that must be there."""
    response = client.get(path, query)
    assert response.status_code == 200, (path, response.status_code)
    return Read(response.content.decode())


def sent_by(form: Tag) -> Iterator[tuple[str, str]]:
    """What a browser would send of a form as it is."""
    for tag in form.select("input[name], textarea[name], select[name]"):
        kind = tag.get("type")
        if kind in {"checkbox", "radio"} and not tag.has_attr("checked"):
            continue
        chosen = tag.select_one("option[selected]") if tag.name == "select" else None
        yield str(tag["name"]), str((chosen or tag).get("value") or tag.string or "")
