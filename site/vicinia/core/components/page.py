"""The parts of a public page, from its head to its lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .basics import Badge, Button, Image, ProgressBar, Tag, Text

RibbonStatus = Literal["upcoming", "open", "closing", "closed"]


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the breadcrumb; the last one, the page itself, has no address."""

    label: Text
    url: str = ""


@dataclass(frozen=True, slots=True)
class Hero:
    """The head of a page: title, one sentence, what to do."""

    title: Text
    summary: Text = ""
    kicker: Text = ""
    actions: tuple[Button, ...] = ()
    badge: Badge | None = None
    date_text: Text = ""
    image: Image | None = None
    is_large: bool = False


@dataclass(frozen=True, slots=True)
class Ribbon:
    """The state of something with a window: open, closing soon, closed, or not yet open."""

    status: RibbonStatus
    text: Text
    detail: Text = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to read or do. The title is its only link; the whole card follows it."""

    title: Text
    url: str
    summary: Text = ""
    kicker: Text = ""
    date_text: Text = ""
    image: Image | None = None
    badge: Badge | None = None
    tags: tuple[Tag, ...] = ()
    progress: ProgressBar | None = None
    action: Text = ""
    # Of whom the card is about: small, above the title, which names them (so its `alt` is empty).
    logo: Image | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of a definition list; `url` makes the value a link."""

    label: Text
    value: Text
    url: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One numbered thing to do; `text` may be safe HTML from an editor."""

    title: Text
    text: Text = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question and its answer, which may be safe HTML from an editor."""

    question: Text
    answer: Text


@dataclass(frozen=True, slots=True)
class StatTile:
    """A figure with its date and a link to how it was counted."""

    value: Text
    label: Text
    as_of: Text = ""
    method_url: str = ""
    comparison: Text = ""
    unit: Text = ""


@dataclass(frozen=True, slots=True)
class Material:
    """A file or page to download: type and size are said before the click."""

    title: Text
    url: str
    file_type: str = ""
    size: str = ""
    language: Text = ""
    summary: Text = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture among others, with a caption under it."""

    image: Image
    caption: Text = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """Who takes part, by name; a logo never stands alone."""

    name: Text
    url: str = ""
    logo: Image | None = None
    role: Text = ""


@dataclass(frozen=True, slots=True)
class TocItem:
    """An entry of the page index; `anchor` is the id of the heading, without `#`."""

    label: Text
    anchor: str


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """How to reach an office or a person, in the order people try."""

    name: Text
    phone: str = ""
    email: str = ""
    address: Text = ""
    hours: Text = ""
    url: str = ""
