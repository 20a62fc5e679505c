"""Pictures side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock as WagtailsImageBlock

from vicinia.core.components import Picture
from vicinia.core.pages.pictures import gallery_images

from .examples import picture
from .groups import PICTURES
from .shown import TitledBlock


class PictureBlock(blocks.StructBlock):
    """One of the pictures; what it tells is written for this use."""

    image = WagtailsImageBlock(label=_("image"))
    caption = blocks.CharBlock(
        label=_("caption"),
        max_length=150,
        required=False,
        help_text=_("For example: The first meeting, in March."),
    )


class GalleryBlock(TitledBlock):
    """Pictures side by side: all are seen, none moves by itself."""

    pictures = blocks.ListBlock(PictureBlock(label=_("picture")), label=_("pictures"), min_num=2, max_num=12)

    class Meta:
        label = _("gallery")
        icon = "grid"
        group = PICTURES
        template = "blocks/gallery.html"
        description = _("Two to twelve pictures side by side. All are seen at once, none moves by itself.")

    def components(self, value: Any, context: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the pictures that the library still has."""
        chosen = value["pictures"]
        images = gallery_images([each["image"] for each in chosen])
        shown = zip(images, chosen, strict=True)
        return {"pictures": tuple(Picture(image, each["caption"]) for image, each in shown if image)}

    def get_preview_value(self) -> Any:
        """Give the preview a title; the pictures are the example's."""
        return self.normalize({"title": "Nei quartieri", "pictures": []})

    def example(self) -> Mapping[str, Any]:
        """Show drawings of ours."""
        captions = ("Il primo incontro, a marzo", "In piazza, a giugno", "")
        return {"pictures": tuple(Picture(picture(), caption) for caption in captions)}
