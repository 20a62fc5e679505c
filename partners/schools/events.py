"""What happens to schools, for who wants to know."""

from __future__ import annotations

from dataclasses import dataclass

from vicinia.core.events import DomainEvent


@dataclass(frozen=True)
class SchoolAccessAsked(DomainEvent):
    """A person has asked to act for a school."""

    contact_id: int


@dataclass(frozen=True)
class SchoolAccessConfirmed(DomainEvent):
    """A person may act for a school from now on."""

    contact_id: int


@dataclass(frozen=True)
class SchoolAccessRefused(DomainEvent):
    """The institute or the office does not let a person act for a school, or no longer."""

    contact_id: int


@dataclass(frozen=True)
class SchoolLeft(DomainEvent):
    """A person no longer works in a school; its bookings stay with it."""

    contact_id: int


@dataclass(frozen=True)
class SchoolsImported(DomainEvent):
    """A registry of schools was loaded; its schools are not listed, they can be fifty thousand."""

    school_import_id: int
