"""Somebody's own words."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .groups import WORDS


class QuotationBlock(blocks.StructBlock):
    """Somebody's own words, with who said them."""

    text = blocks.TextBlock(
        label=_("words"), max_length=600, help_text=_("Without quotation marks: they come by themselves.")
    )
    author = blocks.CharBlock(
        label=_("who says it"),
        max_length=100,
        help_text=_("A name that may be published, or «A mother of three»."),
    )
    role = blocks.CharBlock(
        label=_("who they are"),
        max_length=120,
        required=False,
        help_text=_("For example: volunteer since 2019."),
    )

    class Meta:
        label = _("quotation")
        icon = "openquote"
        group = WORDS
        template = "blocks/quotation.html"
        description = _("Somebody's own words. Ask whoever said them before you publish.")
        preview_value = {
            "text": "Pensavo di dover portare mille carte. Mi hanno chiesto come stavo.",
            "author": "Una signora di 74 anni",
            "role": "seguita dallo Sportello sociale",
        }
