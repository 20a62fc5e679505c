"""What happens when bodies are merged."""

from __future__ import annotations

from dataclasses import dataclass

from vicinia.core.events import DomainEvent


@dataclass(frozen=True)
class OrganisationsMerged(DomainEvent):
    """What belonged to `loser_id` belongs to `winner_id` now."""

    winner_id: int
    loser_id: int


@dataclass(frozen=True)
class MergeUndone(DomainEvent):
    """The two bodies are two again."""

    winner_id: int
    loser_id: int
