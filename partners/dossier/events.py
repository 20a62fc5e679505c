"""What happens to a dossier, for who wants to know."""

from __future__ import annotations

from dataclasses import dataclass

from vicinia.core.events import DomainEvent


@dataclass(frozen=True)
class DocumentApproved(DomainEvent):
    """The office has said that a version counts, or has recorded one itself."""

    version_id: int


@dataclass(frozen=True)
class DocumentRejected(DomainEvent):
    """The office has said that a version does not count, and why."""

    version_id: int
