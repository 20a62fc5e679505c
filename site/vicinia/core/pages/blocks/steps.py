"""Numbered things to do."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .groups import WORDS
from .shown import OwnListBlock


class StepBlock(blocks.StructBlock):
    """One of the things to do, in order."""

    title = blocks.CharBlock(
        label=_("what to do"), max_length=120, help_text=_("Begin with a verb: «Call the office».")
    )
    text = blocks.TextBlock(label=_("explanation"), required=False)


class StepsBlock(OwnListBlock):
    """Numbered things to do."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(StepBlock(), **kwargs)

    class Meta:
        label = _("steps")
        icon = "list-ol"
        group = WORDS
        template = "blocks/steps.html"
        description = _("What to do, one thing after the other, with its number.")
        preview_value = [
            {"title": "Chiama lo sportello", "text": "Dal lunedì al venerdì, dalle 9 alle 13."},
            {"title": "Vieni all’appuntamento", "text": "Porta un documento e la tessera sanitaria."},
        ]
