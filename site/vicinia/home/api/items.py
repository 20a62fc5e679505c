"""What the interface tells of each kind of content: the fields are the contract, described once.

The words beside a field are what the description (openapi.py) says of it. Everything is read through the
queries of the public pages: nothing here is not on the site already.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Item:
    """What every content has."""

    id: Annotated[int, "Number of the page, the same for ever."]
    title: Annotated[str, "Title."]
    summary: Annotated[str, "Short description, one or two sentences."]
    url: Annotated[str, "Address of the page."]
    language: Annotated[str, "Language of the page (ISO 639-1)."]
    topics: Annotated[tuple[str, ...], "Topics, as their addresses name them."]
    changed_at: Annotated[datetime | None, "Last publication."]


@dataclass(frozen=True, slots=True)
class CampaignItem(Item):
    """A campaign."""

    goal: Annotated[str, "What should change, in one sentence."]
    target_groups: Annotated[tuple[str, ...], "Whom it is for."]
    starts_on: Annotated[date, "First day."]
    ends_on: Annotated[date | None, "Last day; null for a campaign without an end."]


@dataclass(frozen=True, slots=True)
class EventItem(Item):
    """An event."""

    kind: Annotated[str, "Kind, as a code."]
    starts_at: Annotated[datetime, "When it starts."]
    ends_at: Annotated[datetime, "When it ends."]
    where: Annotated[str, "Where it is; empty when the address is reserved."]
    price: Annotated[str, "Price, in words."]
    needs_booking: Annotated[bool, "Whether one must book."]


@dataclass(frozen=True, slots=True)
class ProjectItem(Item):
    """A project for schools."""

    audiences: Annotated[tuple[str, ...], "Orders of school, as codes."]
    school_year: Annotated[
        str, "School year of the edition that can be signed up to; empty when there is none."
    ]
    opens_at: Annotated[datetime | None, "When sign-up opens."]
    closes_at: Annotated[datetime | None, "When sign-up closes."]
    places: Annotated[int | None, "Classes that can take part."]


@dataclass(frozen=True, slots=True)
class CallItem(Item):
    """A call for associations."""

    budget: Annotated[Decimal, "Total budget in euro, as text with two decimals."]
    opens_at: Annotated[datetime, "When applications open."]
    closes_at: Annotated[datetime, "When applications close."]
    is_revoked: Annotated[bool, "Whether it was revoked."]


@dataclass(frozen=True, slots=True)
class ServiceItem(Item):
    """A service."""

    status: Annotated[str, "active or inactive."]
    area: Annotated[str, "Area of the office."]
    office: Annotated[str, "Office that answers."]
    age_from: Annotated[int, "Youngest age it is for."]
    age_to: Annotated[int, "Oldest age it is for (120: no limit)."]
    isee_limit: Annotated[Decimal | None, "Highest ISEE in euro; null when it does not matter."]
