"""Each app says what it holds about a person, and which columns are not about them.

    sources.register("partners", PersonalSource(
        sections=partners_sections,                          # (user) -> sections
        told=frozenset({"partners.Membership.user"}),
        not_told={"partners.Organisation.email": "The body's address, not a person's."},
    ), order=20)

Every foreign key to a person and every e-mail column of the project stands in one of the two: an
architecture test walks the models and fails on one that nobody has thought about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from vicinia.core.components import Text
from vicinia.core.registries import Registry

if TYPE_CHECKING:
    from vicinia.accounts.models import User

Value = str | int | bool | date | None


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its key in the file, its name on screen. A long text stands below its row's first cell."""

    key: str
    label: Text
    is_long_text: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Records of one kind about the person; `why` says why the office keeps them.

    The page shows a section with `is_counted` as a number alone; the files always hold every row.
    """

    key: str
    title: Text
    fields: tuple[Field, ...]
    rows: tuple[tuple[Value, ...], ...]
    why: Text = ""
    is_counted: bool = False


# Why most columns that name a person of the office are not told one by one.
WORK_OF_THE_OFFICE = "Work done for the office: an act of the municipality, kept with what it is about."


def no_sections(_user: User) -> tuple[Section, ...]:
    """Say that an app names people only in what they did for the office."""
    return ()


@dataclass(frozen=True)
class PersonalSource:
    """What one app holds; columns are written "app.Model.field", the reasons are for the developers."""

    sections: Callable[[User], Iterable[Section]] = no_sections
    told: frozenset[str] = frozenset()
    not_told: Mapping[str, str] = field(default_factory=dict)


# Orders: the account 10, bodies and schools 20, calls 30, campaigns and newsletter 40, the trail 90.
sources: Registry[PersonalSource] = Registry("personal data")
