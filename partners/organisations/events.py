"""What happens to organisations, for who wants to know."""

from __future__ import annotations

from dataclasses import dataclass

from vicinia.core.events import DomainEvent


@dataclass(frozen=True)
class OrganisationRegistered(DomainEvent):
    """A person has registered a body that was not here yet."""

    organisation_id: int
    user_id: int


@dataclass(frozen=True)
class OrganisationUpdated(DomainEvent):
    """Somebody has changed a body's data."""

    organisation_id: int


@dataclass(frozen=True)
class OrganisationStatusChanged(DomainEvent):
    """The office has verified, suspended or readmitted a body."""

    organisation_id: int
    status: str
