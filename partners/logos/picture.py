"""A logo as it is kept: drawn anew, so that what came with the file (place, author, hidden data) goes away.

Pure: no Django here.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import IO

from PIL import Image, ImageOps

# Twice the width at which pages show it.
LONGEST_SIDE = 480
CONTENT_TYPE = "image/png"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture in PNG with its size in pixels."""

    content: bytes
    width: int
    height: int


def draw_again(file: IO[bytes]) -> Drawn:
    """Return the first frame of a raster picture, upright, no side longer than `LONGEST_SIDE`, as PNG.

    Raises OSError or ValueError for what does not open: the caller has checked it before.
    """
    with Image.open(file) as opened:
        picture = ImageOps.exif_transpose(opened).convert("RGBA")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    # On a canvas of its own: text chunks and profiles of the file are not copied.
    canvas = Image.new("RGBA", picture.size)
    canvas.paste(picture)
    kept = io.BytesIO()
    canvas.save(kept, "PNG", optimize=True)
    return Drawn(kept.getvalue(), canvas.width, canvas.height)
