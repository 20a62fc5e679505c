"""The small parts that other components are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise

# Translated at once or lazily: templates do not tell the difference.
Text = str | Promise

ButtonStyle = Literal["primary", "secondary", "outline", "quiet", "people", "danger"]
BadgeLevel = Literal["neutral", "information", "success", "attention", "danger", "people"]


@dataclass(frozen=True, slots=True)
class Link:
    """A link; `data_element` is what the public validator of municipal sites looks for."""

    label: Text
    url: str
    external: bool = False
    data_element: str = ""
    icon: str = ""
    # Code of the language, where it is another than the page's.
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Button:
    """A link that looks like a button: its label is a verb."""

    label: Text
    url: str
    style: ButtonStyle = "primary"
    icon: str = ""
    note: Text = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture with its real size in pixels (no layout shift); an empty `alt` marks it as decorative."""

    url: str
    alt: Text
    width: int
    height: int
    srcset: str = ""
    sizes: str = ""
    # The same pictures as AVIF, where they are drawn already.
    avif: str = ""
    credit: Text = ""


@dataclass(frozen=True, slots=True)
class Badge:
    """A state in words; the colour only repeats it."""

    text: Text
    level: BadgeLevel = "neutral"


@dataclass(frozen=True, slots=True)
class Tag:
    """A topic or a filter; without an address it is plain text. `is_selected` marks an active filter."""

    label: Text
    url: str = ""
    is_selected: bool = False
    data_element: str = ""


@dataclass(frozen=True, slots=True)
class ProgressBar:
    """How much of `maximum` is taken; the label says it in words too ("12 di 20 posti assegnati")."""

    label: Text
    value: int
    maximum: int

    @property
    def percent(self) -> int:
        """Whole percentage from 0 to 100; an empty maximum counts as full."""
        if self.maximum <= 0:
            return 100
        return max(0, min(100, round(100 * self.value / self.maximum)))
