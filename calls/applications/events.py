"""What happens to applications, for who wants to know."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from vicinia.core.events import DomainEvent


@dataclass(frozen=True)
class ApplicationStarted(DomainEvent):
    """A body has started an application."""

    application_id: UUID


@dataclass(frozen=True)
class ApplicationSubmitted(DomainEvent):
    """An application has been sent: it has a number and a hash, and its answers no longer change."""

    application_id: UUID


@dataclass(frozen=True)
class ApplicationWithdrawn(DomainEvent):
    """A body has withdrawn its application."""

    application_id: UUID
