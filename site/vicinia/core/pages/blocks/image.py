"""A picture inside a text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.images.blocks import ImageBlock as WagtailsImageBlock

from vicinia.core.pages.pictures import body_images

from .examples import picture
from .groups import PICTURES
from .shown import ShownByComponents


class ImageBlock(ShownByComponents, WagtailsImageBlock):
    """A picture inside a text: alternative text for this use, or marked as decorative."""

    class Meta:
        label = _("image")
        icon = "image"
        group = PICTURES
        template = "blocks/image.html"
        description = _(
            "A picture. Write what it tells here, for those who do not see it, or mark it as decorative."
        )

    def components(self, value: Any, context: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the picture, None where it is no longer in the library."""
        return {"image": body_images([value])[0]}

    def example(self) -> Mapping[str, Any]:
        """Show a drawing of ours."""
        return {"image": picture()}
