"""Flat geometric scenes drawn by code, one palette, the same bytes every time.

`draw(key)` returns an SVG, `render_png(key, width)` its picture; the demo's YAML names the keys.
"""

from __future__ import annotations

from collections.abc import Callable

import vl_convert

from .drawing import WIDTH, Drawing
from .scenes import SCENES

Scene = Callable[[], Drawing]

__all__ = ["SCENES", "UnknownScene", "draw", "render_png"]


class UnknownScene(KeyError):
    """No scene has this key; the message lists those that exist."""


def draw(key: str) -> str:
    """Return the scene as an SVG document of 1600 by 900 units (the emblem: 400 by 400)."""
    try:
        scene = SCENES[key]
    except KeyError:
        raise UnknownScene(f"No illustration «{key}»; there are: {', '.join(sorted(SCENES))}") from None
    return scene().svg()


def render_png(key: str, width: int = WIDTH) -> bytes:
    """Return the scene as a PNG `width` pixels wide."""
    svg = draw(key)
    own = int(svg.split('width="', 1)[1].split('"', 1)[0])
    return bytes(vl_convert.svg_to_png(svg, scale=width / own))
