"""Logos of two bodies of the demo: plain marks, drawn by code, of nobody real."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from partners.organisations.models import Organisation
from vicinia.core.files.services import store_generated

from .models import Logo
from .picture import CONTENT_TYPE, draw_again

SIDE = 360
# Two colours of the palette each.
MARKS = {"il-filo-odv": ("#17324D", "#C8552B"), "cooperativa-il-cortile": ("#2B7A5B", "#F2B84B")}


def load_logo(organisation: Organisation, key: str) -> None:
    """Give the body its mark, if the demo has one for it."""
    if key not in MARKS or Logo.objects.filter(organisation=organisation).exists():
        return
    drawn = draw_again(mark(*MARKS[key]))
    stored = store_generated(content=drawn.content, name=f"{key}.png", content_type=CONTENT_TYPE)
    Logo.objects.create(organisation=organisation, file=stored, width=drawn.width, height=drawn.height)


def mark(ground: str, figure: str) -> io.BytesIO:
    """Draw a disc with two rings that hold each other."""
    picture = Image.new("RGBA", (SIDE, SIDE))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((8, 8, SIDE - 8, SIDE - 8), fill=ground)
    for left, colour in ((72, "white"), (152, figure)):
        draw.ellipse((left, 112, left + 136, 248), outline=colour, width=24)
    kept = io.BytesIO()
    picture.save(kept, "PNG")
    kept.seek(0)
    return kept
