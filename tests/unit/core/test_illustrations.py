"""The drawn scenes: valid, silent, always the same, and enough for everything the demo asks."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from vicinia.core import illustrations
from vicinia.core.illustrations import palette

ROOT = Path(__file__).resolve().parents[3]
SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {f"{SVG}{name}" for name in ("svg", "g", "rect", "circle", "ellipse", "polygon", "path", "clipPath")}
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def image_keys(node: Any) -> Iterator[str]:
    """Every value of an `image` field, at any depth."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name == "image" and value:
                yield value["key"] if isinstance(value, dict) else value
            else:
                yield from image_keys(value)
    elif isinstance(node, list):
        for item in node:
            yield from image_keys(item)


def demo_files() -> list[Path]:
    """The demo's files beside the apps."""
    return sorted([*ROOT.glob("*/demo/*.yaml"), *ROOT.glob("site/vicinia/*/demo/*.yaml")])


@pytest.mark.parametrize("key", sorted(illustrations.SCENES))
def test_a_scene_is_only_shapes_without_text_script_or_anything_fetched(key: str) -> None:
    svg = illustrations.draw(key)
    tags = {element.tag for element in ET.fromstring(svg).iter()}
    assert tags <= SHAPES
    assert not re.search(r"href|style=|url\((?!#)|on\w+=", svg)


@pytest.mark.parametrize("key", sorted(illustrations.SCENES))
def test_a_scene_is_the_same_every_time(key: str) -> None:
    assert illustrations.draw(key) == illustrations.draw(key)


def test_no_two_scenes_are_the_same_picture() -> None:
    assert len({illustrations.draw(key) for key in illustrations.SCENES}) == len(illustrations.SCENES) >= 24


def test_every_picture_the_demo_names_exists() -> None:
    used = {key for path in demo_files() for key in image_keys(yaml.safe_load(path.read_text("utf-8")))}
    assert used
    assert used <= set(illustrations.SCENES)


def test_scenes_are_wide_and_the_emblem_is_square() -> None:
    assert 'viewBox="0 0 1600 900"' in illustrations.draw("neighbourhood")
    assert 'viewBox="0 0 400 400"' in illustrations.draw("emblem")


@pytest.mark.parametrize(("key", "width", "height"), [("school", 320, 180), ("emblem", 64, 64)])
def test_a_picture_has_the_width_that_was_asked(key: str, width: int, height: int) -> None:
    data = illustrations.render_png(key, width)
    assert data.startswith(PNG_SIGNATURE)
    assert (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")) == (width, height)


def test_an_unknown_scene_tells_which_ones_there_are() -> None:
    with pytest.raises(illustrations.UnknownScene, match="neighbourhood"):
        illustrations.draw("stock_photograph")


def test_institutional_blue_and_terracotta_lead_the_palette() -> None:
    assert palette.BLUE == "#0066CC"
    assert all(re.fullmatch("#[0-9A-F]{6}", value) for name, value in vars(palette).items() if name.isupper())
