"""The same pictures as AVIF, a third lighter: one takes one to two seconds, so no reader waits for it."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.core.cache import cache
from django_tasks import task
from wagtail.images import get_image_model

ONE_DAY = 24 * 60 * 60


def lighter(specs: Sequence[str]) -> tuple[str, ...]:
    """Return the specifications of the same pictures as AVIF; none where the installation draws none."""
    if not settings.AVIF_PICTURES:
        return ()
    return tuple(spec.replace("format-webp", "format-avif") for spec in specs)


def draw_later(image_id: int, specs: Sequence[str]) -> None:
    """Have a picture drawn in the background; pages name it when they are next made. Once a day at most."""
    if cache.add(f"avif:{image_id}:{':'.join(specs)}", value=True, timeout=ONE_DAY):
        draw.enqueue(image_id, list(specs))


@task(queue_name="slow", priority=-50)
def draw(image_id: int, specs: list[str]) -> None:
    """Draw what is not there yet; an image that is gone needs nothing."""
    image = get_image_model().objects.filter(pk=image_id).first()
    if image:
        image.get_renditions(*specs)
