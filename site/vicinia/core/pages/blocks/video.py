"""A video of ours, with its transcript."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from vicinia.core.formats import file_size
from vicinia.core.pages.pictures import poster_url

from .examples import picture
from .groups import PICTURES
from .shown import ShownByComponents

VIDEO_TYPES = {"mp4": "video/mp4", "webm": "video/webm"}
CAPTIONS = "vtt"


class VideoBlock(ShownByComponents, blocks.StructBlock):
    """A video of ours. Without a transcript it does not go out (WCAG 2.2, 1.2.1 and 1.2.3)."""

    title = blocks.CharBlock(
        label=_("title"),
        max_length=120,
        help_text=_("What it is: «How a mammogram is done, in two minutes»."),
    )
    file = DocumentChooserBlock(label=_("video"), help_text=_("MP4 or WebM, from the library of documents."))
    captions = DocumentChooserBlock(
        label=_("captions"),
        required=False,
        help_text=_("A WebVTT file (.vtt). The law asks for it wherever somebody speaks."),
    )
    poster = ImageChooserBlock(
        label=_("picture before it starts"),
        required=False,
        help_text=_("A moment of the video, with nobody's eyes closed."),
    )
    transcript = blocks.RichTextBlock(
        label=_("transcript"),
        features=["bold", "italic", "ul", "ol", "link"],
        required=False,
        help_text=_("All that is said and what one must see to understand it."),
    )
    transcript_page = blocks.PageChooserBlock(
        label=_("or a page with the transcript"),
        required=False,
        help_text=_("A page of this site, for a long one."),
    )

    class Meta:
        label = _("video")
        icon = "media"
        group = PICTURES
        template = "blocks/video.html"
        description = _("A video of ours, with captions and transcript. Nobody else learns who watches it.")

    def clean(self, value: Any) -> Any:
        """Refuse a video without its words, and what browsers do not play; a draft may wait for them."""
        cleaned = super().clean(value)
        errors: dict[str, ValidationError] = {}
        has_words = bool(strip_tags(str(cleaned["transcript"] or "")).strip() or cleaned["transcript_page"])
        if not self.is_deferred_validation and not has_words:
            errors["transcript"] = ValidationError(
                gettext(
                    "A video without a transcript cannot go out: who does not hear, or has no "
                    "sound, would miss "
                    "it. Write here what is said and shown, or choose the page that says it. "
                    "Nothing is lost: "
                    "meanwhile you can save a draft."
                )
            )
        if cleaned["file"] and cleaned["file"].file_extension.lower() not in VIDEO_TYPES:
            errors["file"] = ValidationError(
                gettext("«%(name)s» is not a video that browsers play: choose an MP4 or WebM file.")
                % {"name": cleaned["file"].filename[:80]}
            )
        if cleaned["captions"] and cleaned["captions"].file_extension.lower() != CAPTIONS:
            errors["captions"] = ValidationError(
                gettext("«%(name)s» is not a file of captions: choose a WebVTT file (.vtt).")
                % {"name": cleaned["captions"].filename[:80]}
            )
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return cleaned

    def components(self, value: Any, context: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return what the player needs; nothing to play where the file is gone."""
        file, page = value["file"], value["transcript_page"]
        return {
            "video_url": file.url if file else "",
            "video_type": VIDEO_TYPES.get(file.file_extension.lower(), "") if file else "",
            "size": file_size(file.file_size) if file and file.file_size else "",
            "captions_url": value["captions"].url if value["captions"] else "",
            "poster": poster_url(value["poster"]),
            "transcript_url": page.url if page and page.live else "",
        }

    def get_preview_value(self) -> Any:
        """Give the preview its words; the picture is the example's."""
        words = "<p>Una signora entra nella Casa della salute e dice il suo nome. Dieci minuti dopo esce.</p>"
        return self.normalize({"title": "Come si fa la mammografia", "transcript": words})

    def example(self) -> Mapping[str, Any]:
        """Show the player with nothing to play."""
        return {"video_url": "#", "video_type": "video/mp4", "size": "8,4 MB", "poster": picture().url}
