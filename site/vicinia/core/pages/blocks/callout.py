"""A short text that must not be missed."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .groups import WORDS


class CalloutBlock(blocks.StructBlock):
    """A short text that must not be missed."""

    title = blocks.CharBlock(
        label=_("title"), max_length=120, help_text=_("For example: Closed from 10 to 20 August.")
    )
    text = blocks.RichTextBlock(label=_("text"), features=["bold", "italic", "link"])

    class Meta:
        label = _("call-out")
        icon = "warning"
        group = WORDS
        template = "blocks/callout.html"
        description = _("One thing that must not be missed. One a page at most, or nobody reads them.")
        preview_value = {
            "title": "Chiusi dal 10 al 20 agosto",
            "text": "<p>Per le urgenze chiama il <b>pronto intervento sociale</b>, anche di notte.</p>",
        }
