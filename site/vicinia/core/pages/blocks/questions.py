"""Questions that people ask, which open in place."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .groups import WORDS
from .shown import OwnListBlock


class QuestionBlock(blocks.StructBlock):
    """A question that people ask and its answer."""

    question = blocks.CharBlock(
        label=_("question"), max_length=200, help_text=_("As people ask it: «Do I need a prescription?».")
    )
    answer = blocks.RichTextBlock(label=_("answer"), features=["bold", "italic", "ul", "ol", "link"])


class QuestionsBlock(OwnListBlock):
    """Questions that people ask, which open in place."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(QuestionBlock(), **kwargs)

    class Meta:
        label = _("questions")
        icon = "help"
        group = WORDS
        template = "blocks/questions.html"
        description = _("Questions that people really ask, each with its answer, which opens in place.")
        preview_value = [
            {"question": "Serve la ricetta?", "answer": "<p>No: basta la tessera sanitaria.</p>"},
            {"question": "Quanto costa?", "answer": "<p>Niente.</p>"},
        ]
