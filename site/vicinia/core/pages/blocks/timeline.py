"""Dated facts, in their order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from vicinia.core.components import TimelineEntry

from .groups import WORDS
from .shown import TitledBlock

STATES = [("done", _("it has happened")), ("current", _("it is happening")), ("todo", _("it will happen"))]


class MomentBlock(blocks.StructBlock):
    """One dated fact."""

    when = blocks.CharBlock(
        label=_("when"), max_length=60, help_text=_("As one says it: «3 March 2026», «from September».")
    )
    what = blocks.CharBlock(label=_("what happens"), max_length=120)
    text = blocks.TextBlock(label=_("explanation"), required=False)
    state = blocks.ChoiceBlock(label=_("where it stands"), choices=STATES, default="done")


class TimelineBlock(TitledBlock):
    """Dated facts, the first one on top."""

    moments = blocks.ListBlock(MomentBlock(label=_("moment")), label=_("moments"), min_num=2)

    class Meta:
        label = _("timeline")
        icon = "time"
        group = WORDS
        template = "blocks/timeline.html"
        description = _("How something came about or will go on: dates, in their order.")
        preview_value = {
            "title": "Come nasce il piano",
            "moments": [
                {
                    "when": "Marzo 2026",
                    "what": "Ascolto nei quartieri",
                    "text": "Nove incontri.",
                    "state": "done",
                },
                {"when": "Da settembre", "what": "Si comincia", "text": "", "state": "todo"},
            ],
        }

    def components(self, value: Any, context: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the moments as entries of a timeline."""
        return {
            "entries": tuple(
                TimelineEntry(each["when"], each["what"], each["text"], status=each["state"])
                for each in value["moments"]
            )
        }
