"""Blocks of the demo's pages, from what its YAML files say in words.

    blocks:
      - quotation: {text: Mi hanno chiesto come stavo., author: Una signora di 74 anni}
      - contacts: {title: Chi chiamare, contacts: [Ufficio casa]}

Rich text is Markdown, a picture is the key of an illustration with its alternative text, a page is its path,
a document is a leaflet to typeset or the path of a file, a contact is a record's name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.conf import settings
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.models import Page

from .contacts import key_of
from .demo_content import leaflet, library_file, picture, prose
from .mail import signature
from .pages.blocks import BodyBlock
from .pages.blocks.contacts import ContactBlock
from .pages.tree import home_page


class UnknownName(Exception):
    """The demo names a contact or a page that is not there (yet)."""


def demo_blocks(entries: Iterable[Mapping[str, Any]]) -> list[tuple[str, Any]]:
    """Turn the blocks of a page, one name each, into what the page keeps."""
    known = BodyBlock().child_blocks
    return [
        (name, known[name].to_python(_value(known[name], said)))
        for entry in entries
        for name, said in entry.items()
    ]


def _value(block: blocks.Block, said: Any) -> Any:
    if isinstance(block, ImageBlock):
        return {"image": _picture(said["key"]), "alt_text": said["alt"], "decorative": not said["alt"]}
    if isinstance(block, blocks.StructBlock):
        return {name: _value(block.child_blocks[name], each) for name, each in said.items()}
    if isinstance(block, blocks.ListBlock):
        return [_value(block.child_block, each) for each in said]
    read = next((read for kind, read in WORDS.items() if isinstance(block, kind)), None)
    return read(said) if read and said else said


def _picture(key: str) -> int | None:
    found = picture(key)
    return found.pk if found else None


def _contact(name: str) -> str:
    if (key := key_of(name)) is None:
        raise UnknownName(name)
    return key


def _page(path: str) -> int:
    found: int | None = (
        Page.objects.filter(url_path=f"{home_page().url_path.rstrip('/')}{path}")
        .values_list("pk", flat=True)
        .first()
    )
    if found is None:
        raise UnknownName(path)
    return found


def _document(said: Mapping[str, str] | str) -> int:
    if isinstance(said, str):
        return int(library_file(settings.ROOT / said).pk)
    who = signature()
    made = leaflet(said["key"], said["title"], said["text"], municipality=who.municipality, office=who.office)
    key: int = made.pk
    return key


# How the words of the YAML become a value, by kind of block.
WORDS: dict[type[blocks.Block], Callable[[Any], Any]] = {
    blocks.RichTextBlock: prose,
    ContactBlock: _contact,
    blocks.PageChooserBlock: _page,
    ImageChooserBlock: _picture,
    DocumentChooserBlock: _document,
}
