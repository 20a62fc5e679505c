"""Pictures of many pages at once, without a query for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage, AbstractRendition

from vicinia.core.components import Image

CARD_WIDTHS = (400, 800)
HERO_WIDTHS = (640, 1280)
CARD_SIZES = "(min-width: 1200px) 25rem, (min-width: 768px) 45vw, 92vw"
HERO_SIZES = "(min-width: 992px) 36rem, 92vw"


class Pictured(Protocol):
    """A page or a record with an image and its alternative text."""

    image_id: int | None
    image_alt: str


def card_images(things: Sequence[Pictured]) -> list[Image | None]:
    """Return the card picture of each thing, None where there is none; one query for all of them."""
    return _images(things, CARD_WIDTHS, CARD_SIZES)


def hero_image(thing: Pictured) -> Image | None:
    """Return the picture of a page's head, or None."""
    return _images([thing], HERO_WIDTHS, HERO_SIZES)[0]


def _images(things: Sequence[Pictured], widths: tuple[int, int], sizes: str) -> list[Image | None]:
    image_ids = list({thing.image_id for thing in things if thing.image_id})
    specs = [_spec(width) for width in widths]
    found = _renditions(image_ids, specs) if image_ids else {}
    return [
        _component(found[thing.image_id], specs, thing.image_alt, sizes) if thing.image_id in found else None
        for thing in things
    ]


def _spec(width: int) -> str:
    return f"fill-{width}x{width * 9 // 16}|format-webp"


def _renditions(image_ids: list[int], specs: list[str]) -> dict[int, dict[str, AbstractRendition]]:
    model = get_image_model()
    renditions = model.get_rendition_model().objects.filter(image_id__in=image_ids, filter_spec__in=specs)
    found: dict[int, dict[str, AbstractRendition]] = {}
    for rendition in renditions:
        found.setdefault(rendition.image_id, {})[rendition.filter_spec] = rendition
    missing = [image_id for image_id in image_ids if len(found.get(image_id, {})) < len(specs)]
    # Only the first time a picture is shown: they are drawn and kept.
    for image in model.objects.filter(pk__in=missing) if missing else ():
        found[image.pk] = _drawn(image, specs)
    return found


def _drawn(image: AbstractImage, specs: list[str]) -> dict[str, AbstractRendition]:
    return {rendition.filter_spec: rendition for rendition in image.get_renditions(*specs).values()}


def _component(found: dict[str, AbstractRendition], specs: list[str], alt: str, sizes: str) -> Image:
    small, large = (found[spec] for spec in specs)
    srcset = f"{small.url} {small.width}w"
    if large.width > small.width:
        srcset += f", {large.url} {large.width}w"
    return Image(large.url, alt, large.width, large.height, srcset=srcset, sizes=sizes)
