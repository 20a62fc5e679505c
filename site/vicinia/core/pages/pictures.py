"""Pictures of many pages at once, without a query for each.

What a picture is shown with is kept in the process (cache `renditions`, whose keys hold the page
cache's generation), so that a page shown again asks nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from django.core.cache import caches
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage, AbstractRendition

from vicinia.core.components import Image

# Small and large width of the same crop: phones take the first, dense and wide screens the second.
CARD_SPECS = ("fill-400x225|format-webp", "fill-800x450|format-webp")
HERO_SPECS = ("fill-640x360|format-webp", "fill-1280x720|format-webp")
LOGO_SPECS = ("max-160x120|format-webp",)
BODY_SPECS = ("max-640x960|format-webp", "max-1344x1344|format-webp")
GALLERY_SPECS = ("fill-400x300|format-webp", "fill-800x600|format-webp")
POSTER_SPECS = ("fill-1280x720|format-webp",)
CARD_SIZES = "(min-width: 1200px) 25rem, (min-width: 768px) 45vw, 92vw"
HERO_SIZES = "(min-width: 992px) 36rem, 92vw"
BODY_SIZES = "(min-width: 768px) 42rem, 92vw"


class Pictured(Protocol):
    """A page or a record with an image and its alternative text."""

    image_id: int | None
    image_alt: str


def card_images(things: Sequence[Pictured]) -> list[Image | None]:
    """Return the card picture of each thing, None where there is none; one query for all of them."""
    return _images([(thing.image_id, thing.image_alt) for thing in things], CARD_SPECS, CARD_SIZES)


def hero_image(thing: Pictured) -> Image | None:
    """Return the picture of a page's head, or None."""
    return _images([(thing.image_id, thing.image_alt)], HERO_SPECS, HERO_SIZES)[0]


def logo_images(image_ids: Sequence[int | None]) -> list[Image | None]:
    """Return logos, which always stand beside the name and so need no alternative text."""
    return _images([(image_id, "") for image_id in image_ids], LOGO_SPECS, "")


def body_images(images: Sequence[AbstractImage | None]) -> list[Image | None]:
    """Return pictures inside a text, each with the alternative text of this use; None where one is gone."""
    return _images([_use(image) for image in images], BODY_SPECS, BODY_SIZES)


def gallery_images(images: Sequence[AbstractImage | None]) -> list[Image | None]:
    """Return pictures side by side, cut alike, each with the alternative text of this use."""
    return _images([_use(image) for image in images], GALLERY_SPECS, CARD_SIZES)


def poster_url(image: AbstractImage | None) -> str:
    """Return the address of the picture that a video shows before it starts, or nothing."""
    shown = _images([(image.pk, "")], POSTER_SPECS, "")[0] if image else None
    return shown.url if shown else ""


def _use(image: AbstractImage | None) -> tuple[int | None, str]:
    return (image.pk, image.contextual_alt_text or "") if image else (None, "")


def _images(
    wanted: Sequence[tuple[int | None, str]], specs: tuple[str, ...], sizes: str
) -> list[Image | None]:
    keys = {image_id: ":".join((str(image_id), *specs)) for image_id, _alt in wanted if image_id}
    known = caches["renditions"].get_many(keys.values())
    if missing := [image_id for image_id, key in keys.items() if key not in known]:
        drawn = _renditions(missing, specs)
        made = {keys[image_id]: _component(drawn[image_id], specs, sizes) for image_id in drawn}
        caches["renditions"].set_many(made)
        known |= made
    shown = ((known.get(keys[image_id]) if image_id else None, alt) for image_id, alt in wanted)
    return [replace(image, alt=alt) if image else None for image, alt in shown]


def _renditions(image_ids: list[int], specs: tuple[str, ...]) -> dict[int, dict[str, AbstractRendition]]:
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


def _drawn(image: AbstractImage, specs: tuple[str, ...]) -> dict[str, AbstractRendition]:
    return {rendition.filter_spec: rendition for rendition in image.get_renditions(*specs).values()}


def _component(found: dict[str, AbstractRendition], specs: tuple[str, ...], sizes: str) -> Image:
    drawn = [found[spec] for spec in specs]
    # A small original gives the same width twice: it is named once.
    widths = {rendition.width: rendition for rendition in reversed(drawn)}
    srcset = ", ".join(f"{each.url} {width}w" for width, each in sorted(widths.items())) if sizes else ""
    largest = drawn[-1]
    return Image(largest.url, "", largest.width, largest.height, srcset=srcset, sizes=sizes)
