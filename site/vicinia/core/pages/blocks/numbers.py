"""Figures that stand out, each with where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from vicinia.core.components import StatTile

from .groups import FIGURES
from .shown import TitledBlock


class NumberBlock(blocks.StructBlock):
    """One figure."""

    value = blocks.CharBlock(
        label=_("value"), max_length=20, help_text=_("As one reads it: «1,250», «3 of 4».")
    )
    unit = blocks.CharBlock(
        label=_("unit"), max_length=20, required=False, help_text=_("For example: €; %; hours.")
    )
    label = blocks.CharBlock(
        label=_("what it counts"), max_length=120, help_text=_("For example: people listened to in a year.")
    )
    source = blocks.CharBlock(
        label=_("source and date"),
        max_length=150,
        help_text=_("Who counted, and when: «Social services office, 31 December 2025»."),
    )


class NumbersBlock(TitledBlock):
    """Figures that stand out, each with where it comes from."""

    numbers = blocks.ListBlock(NumberBlock(label=_("number")), label=_("numbers"), max_num=6)

    class Meta:
        label = _("numbers")
        icon = "decimal"
        group = FIGURES
        template = "blocks/numbers.html"
        description = _("A few figures in large, each with what it counts and who counted.")
        preview_value = {
            "title": "L’anno in numeri",
            "numbers": [
                {
                    "value": "1.250",
                    "unit": "",
                    "label": "persone ascoltate",
                    "source": "Sportello sociale, 2025",
                },
                {
                    "value": "92",
                    "unit": "%",
                    "label": "ha trovato una risposta",
                    "source": "Questionario, 2025",
                },
            ],
        }

    def components(self, value: Any, context: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the figures as tiles."""
        return {
            "tiles": tuple(
                StatTile(each["value"], each["label"], as_of=each["source"], unit=each["unit"])
                for each in value["numbers"]
            )
        }
