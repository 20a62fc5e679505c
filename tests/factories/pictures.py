"""Images of the library as pages show them, without drawing a single one: pages only name the files."""

from __future__ import annotations

from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage

from vicinia.core.pages.pictures import BODY_SPECS, CARD_SPECS, GALLERY_SPECS, HERO_SPECS, LOGO_SPECS

SIZES = {CARD_SPECS[0]: (400, 225), CARD_SPECS[1]: (800, 450), HERO_SPECS[0]: (640, 360)}
SIZES |= {BODY_SPECS[0]: (640, 360), BODY_SPECS[1]: (1344, 756)}
SIZES |= {GALLERY_SPECS[0]: (400, 300), GALLERY_SPECS[1]: (800, 600)}
SIZES |= {HERO_SPECS[1]: (1280, 720), LOGO_SPECS[0]: (160, 90)}


def make_picture(title: str = "Casa") -> AbstractImage:
    """An image with the renditions that cards, heads of pages and logos ask for."""
    return make_pictures(1, title=title)[0]


def make_pictures(count: int, *, title: str = "Casa") -> list[AbstractImage]:
    """So many images with all their renditions, two statements for any number."""
    model = get_image_model()
    images: list[AbstractImage] = model.objects.bulk_create(
        model(title=f"{title} {number}", file=f"images/{title}-{number}.png", width=1600, height=900)
        for number in range(count)
    )
    renditions = model.get_rendition_model()
    renditions.objects.bulk_create(
        renditions(
            image=image, filter_spec=spec, file=f"images/{image.pk}-{size[0]}.webp",
            width=size[0], height=size[1], focal_point_key="",
        )
        for image in images
        for spec, size in SIZES.items()
    )  # fmt: skip
    return images
