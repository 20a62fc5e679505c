"""What happens to issues, for who wants to know."""

from __future__ import annotations

from dataclasses import dataclass

from vicinia.core.events import DomainEvent


@dataclass(frozen=True)
class IssueSendingStarted(DomainEvent):
    """An official has had an issue sent."""

    issue_id: int


@dataclass(frozen=True)
class IssueSent(DomainEvent):
    """Every copy of an issue is settled."""

    issue_id: int
