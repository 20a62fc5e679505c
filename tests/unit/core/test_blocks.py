"""The blocks of a page's body: each its own file, its template, its preview, its words for the editor."""

from __future__ import annotations

import pytest
from django.conf import settings
from wagtail.blocks import Block

from vicinia.core.gallery.views import body_blocks
from vicinia.core.pages.blocks import BodyBlock

BLOCKS: dict[str, Block] = dict(BodyBlock().child_blocks)


def test_each_block_has_a_file_of_its_own() -> None:
    files = [type(block).__module__ for block in BLOCKS.values()]
    assert len(set(files)) == len(files)
    assert all(file == f"vicinia.core.pages.blocks.{name}" for name, file in zip(BLOCKS, files, strict=True))


@pytest.mark.parametrize("name", BLOCKS)
def test_an_editor_finds_each_block_explained_and_shown(name: str) -> None:
    block = BLOCKS[name]
    assert block.meta.template == f"blocks/{name}.html"
    assert (settings.ROOT / "templates" / "blocks" / f"{name}.html").exists()
    assert str(block.label)
    assert len(str(block.get_description())) > 30
    assert str(block.meta.group)
    assert block.meta.icon != "placeholder"
    assert block.is_previewable


def test_every_preview_shows_something_in_our_look() -> None:
    shown = {each.name: str(each.html) for each in body_blocks()}
    assert set(shown) == set(BLOCKS)
    assert not [name for name, html in shown.items() if 'class="' not in html or len(html) < 150]


def test_migrations_name_only_wagtails_own_blocks() -> None:
    assert not [name for name, block in BLOCKS.items() if not block.deconstruct()[0].startswith("wagtail.")]
