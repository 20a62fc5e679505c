"""What surrounds every page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .basics import Link, Text


@dataclass(frozen=True, slots=True)
class MenuItem:
    """An entry of the main menu with its own sub-entries."""

    label: Text
    url: str
    is_current: bool = False
    children: tuple[MenuItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Language:
    """The page in a language, named in that language: itself, or that language's home page without a twin."""

    code: str
    label: str
    url: str
    is_current: bool = False
    is_twin: bool = True


@dataclass(frozen=True, slots=True)
class Banner:
    """A notice above every page; an emergency is `danger`."""

    level: Literal["information", "attention", "danger"]
    title: Text
    text: Text = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """A titled column of the footer."""

    title: Text
    links: tuple[Link, ...]
    url: str = ""


@dataclass(frozen=True, slots=True)
class Contacts:
    """How to reach the municipality, as the footer prints it."""

    address: Text = ""
    phone: str = ""
    email: str = ""
    pec: str = ""
    tax_code: str = ""
    hours: Text = ""


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A file that programs read again and again to follow a list; `mime` is its type."""

    label: Text
    url: str
    mime: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """What surrounds every page. It holds nothing of the reader: pages are cached for everybody.

    An empty address hides its element: `feedback_url` the rating box, `newsletter_url` the
    newsletter line, `search_url` the search, `account_url` the way into the reserved area.
    """

    municipality: Text
    office: Text
    home_url: str = "/"
    tagline: Text = ""
    region: Link | None = None
    contacts: Contacts = field(default_factory=Contacts)
    menu: tuple[MenuItem, ...] = ()
    languages: tuple[Language, ...] = ()
    # Columns of the footer, then the links the law asks for, each with its `data_element`.
    footer: tuple[LinkGroup, ...] = ()
    legal_links: tuple[Link, ...] = ()
    social_links: tuple[Link, ...] = ()
    # "Contatta il comune" (FAQ, assistance, phone, appointment) and "Problemi in città".
    contact_links: tuple[Link, ...] = ()
    problem_links: tuple[Link, ...] = ()
    banner: Banner | None = None
    search_url: str = ""
    account_url: str = ""
    feedback_url: str = ""
    newsletter_url: str = ""
    # Feeds and calendars of the list being read.
    feeds: tuple[FeedLink, ...] = ()

    @property
    def twins(self) -> tuple[Language, ...]:
        """The page in each language that has it, itself included; nothing when it is in one alone."""
        twins = tuple(language for language in self.languages if language.is_twin)
        return twins if len(twins) > 1 else ()
