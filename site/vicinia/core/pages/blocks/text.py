"""Text with headings, lists and links."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .groups import WORDS

# What an editor may write; what is pasted keeps only this.
FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class TextBlock(blocks.RichTextBlock):
    """Text with headings, lists and links."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(features=FEATURES, **kwargs)

    class Meta:
        label = _("text")
        icon = "pilcrow"
        group = WORDS
        template = "blocks/text.html"
        description = _("Paragraphs with headings, lists and links. What comes from Word keeps only these.")
        preview_value = (
            "<h2>Chi può venire</h2><p>Tutte le persone che abitano in città, <b>senza ricetta</b> e senza "
            "appuntamento.</p><ul><li>con la tessera sanitaria;</li><li>anche senza residenza.</li></ul>"
        )


DECONSTRUCT_ALIASES = {TextBlock: "wagtail.blocks.RichTextBlock"}
