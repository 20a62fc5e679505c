"""Pictures of many pages at once, without a query for each.

What a picture is shown with is kept in the process (cache `renditions`, whose keys hold the page
cache's generation), so that a page shown again asks nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import structlog
from django.core.cache import caches
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage, AbstractRendition, SourceImageIOError

from vicinia.core.components import Image
from vicinia.core.credits.services import credit_of

from .lighter_pictures import draw_later, lighter

log = structlog.get_logger(__name__)

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
        made = {
            keys[image_id]: _component(found, specs, sizes)
            for image_id, found in drawn.items()
            if found.keys() >= set(specs)
        }
        caches["renditions"].set_many(made)
        known |= made
    shown = ((known.get(keys[image_id]) if image_id else None, alt) for image_id, alt in wanted)
    return [replace(image, alt=alt) if image else None for image, alt in shown]


def _renditions(image_ids: list[int], specs: tuple[str, ...]) -> dict[int, dict[str, AbstractRendition]]:
    model, light = get_image_model(), lighter(specs) if len(specs) > 1 else ()
    renditions = model.get_rendition_model().objects.select_related("image__credit_line")
    found: dict[int, dict[str, AbstractRendition]] = {}
    for rendition in renditions.filter(image_id__in=image_ids, filter_spec__in=(*specs, *light)):
        found.setdefault(rendition.image_id, {})[rendition.filter_spec] = rendition
    missing = [image_id for image_id in image_ids if not found.get(image_id, {}).keys() >= set(specs)]
    # Only the first time a picture is shown: they are drawn and kept.
    images = model.objects.select_related("credit_line").filter(pk__in=missing) if missing else ()
    for image in images:
        found.setdefault(image.pk, {}).update(_drawn(image, specs))
    for image_id, drawn in found.items():
        if drawn and not drawn.keys() >= set(light):
            draw_later(image_id, light)
    return found


def _drawn(image: AbstractImage, specs: tuple[str, ...]) -> dict[str, AbstractRendition]:
    try:
        return {rendition.filter_spec: rendition for rendition in image.get_renditions(*specs).values()}
    except SourceImageIOError:
        # The page goes on without a picture whose file is gone.
        log.warning("an image has no file", image=image.pk)
        return {}


def _component(found: dict[str, AbstractRendition], specs: tuple[str, ...], sizes: str) -> Image:
    largest = found[specs[-1]]
    light = lighter(specs)
    return Image(
        largest.url,
        "",
        largest.width,
        largest.height,
        srcset=_srcset(found, specs) if sizes else "",
        sizes=sizes,
        avif=_srcset(found, light) if sizes and light and found.keys() >= set(light) else "",
        credit=credit_of(largest.image),
    )


def _srcset(found: dict[str, AbstractRendition], specs: tuple[str, ...]) -> str:
    # A small original gives the same width twice: it is named once.
    widths = {found[spec].width: found[spec] for spec in reversed(specs)}
    return ", ".join(f"{each.url} {width}w" for width, each in sorted(widths.items()))
