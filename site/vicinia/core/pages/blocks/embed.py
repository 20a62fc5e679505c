"""Something of another site, shown after a click."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from vicinia.core.pages.embeds import Embedded, UnknownHost, embedded
from vicinia.core.security import allow_frame

from .groups import PICTURES
from .shown import ShownByComponents

SITES = "YouTube, Vimeo, OpenStreetMap"


class AddressBlock(blocks.URLBlock):
    """An address of one of the few sites that pages may show."""

    def clean(self, value: Any) -> Any:
        """Refuse the address of any other site, saying which ones may be."""
        address = super().clean(value)
        if address:
            try:
                embedded(address, peertube=settings.PEERTUBE_HOST)
            except UnknownHost as error:
                sites = f"{SITES}, {settings.PEERTUBE_HOST}" if settings.PEERTUBE_HOST else SITES
                raise ValidationError(
                    gettext(
                        "«%(found)s» is not a video or a map that this site may show: they come "
                        "from %(sites)s "
                        "alone, and the address is that of the video's or of the map's page. "
                        "Elsewhere: write "
                        "a link in the text. Nothing is lost."
                    )
                    % {"found": str(error)[:80], "sites": sites}
                ) from error
        return address


class EmbedBlock(ShownByComponents, blocks.StructBlock):
    """A video or a map of another site: nothing comes from there before the reader asks for it."""

    title = blocks.CharBlock(
        label=_("title"),
        max_length=120,
        help_text=_("What it is: «How a mammogram is done, in two minutes»."),
    )
    url = AddressBlock(
        label=_("address"),
        help_text=_(
            "Of the video's page on YouTube, Vimeo or the municipality's PeerTube; of a place on "
            "OpenStreetMap."
        ),
    )
    words = blocks.RichTextBlock(
        label=_("the same in words"),
        features=["bold", "italic", "ul", "ol", "link"],
        help_text=_(
            "Of a video the transcript, of a map the address and the way there: for those who do not open it."
        ),
    )

    class Meta:
        label = _("video or map of another site")
        icon = "media"
        group = PICTURES
        template = "blocks/embed.html"
        description = _("YouTube, Vimeo, PeerTube, OpenStreetMap. Nothing is loaded until the reader clicks.")
        preview_value = {
            "title": "Dove siamo",
            "url": "https://www.openstreetmap.org/?mlat=45.0700&mlon=7.6867#map=17/45.0700/7.6867",
            "words": "<p>Via dei Tintori 4, a cento passi dalla fermata dell’autobus 12.</p>",
        }

    def components(self, value: Any, context: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return what is shown after the click, and let the page's policy allow it."""
        try:
            shown: Embedded | None = embedded(value["url"], peertube=settings.PEERTUBE_HOST)
        except UnknownHost:
            shown = None
        if shown and (request := context.get("request")):
            allow_frame(request, shown.origin)
        return {"shown": shown}


DECONSTRUCT_ALIASES = {AddressBlock: "wagtail.blocks.URLBlock"}
