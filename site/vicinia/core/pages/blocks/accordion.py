"""Parts of a long text that open in place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from vicinia.core.components import Question

from .groups import WORDS
from .shown import TitledBlock


class PartBlock(blocks.StructBlock):
    """One of the parts."""

    name = blocks.CharBlock(
        label=_("name of the part"), max_length=120, help_text=_("For example: If you live alone.")
    )
    text = blocks.RichTextBlock(
        label=_("text"), features=["bold", "italic", "ul", "ol", "link", "document-link"]
    )


class AccordionBlock(TitledBlock):
    """Parts of a long text that open in place; each reader opens the one about them."""

    parts = blocks.ListBlock(PartBlock(label=_("part")), label=_("parts"), min_num=2)

    class Meta:
        label = _("accordion")
        icon = "list-ul"
        group = WORDS
        template = "blocks/accordion.html"
        description = _(
            "Cases of which each reader needs one only. What everybody must read stays in the text."
        )
        preview_value = {
            "title": "Che cosa portare",
            "parts": [
                {"name": "Se chiedi per te", "text": "<p>Un documento e la tessera sanitaria.</p>"},
                {"name": "Se chiedi per un’altra persona", "text": "<p>Anche la sua delega firmata.</p>"},
            ],
        }

    def components(self, value: Any, context: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the parts as what opens in place."""
        return {"parts": tuple(Question(part["name"], part["text"]) for part in value["parts"])}
