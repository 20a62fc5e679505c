"""What happens to requests to act for a body."""

from __future__ import annotations

from dataclasses import dataclass

from vicinia.core.events import DomainEvent


@dataclass(frozen=True)
class ClaimMade(DomainEvent):
    """A person has asked to act for a body."""

    claim_id: int


@dataclass(frozen=True)
class ClaimDecided(DomainEvent):
    """A request was approved or refused."""

    claim_id: int
