"""What happens to calls, for who wants to know."""

from __future__ import annotations

from dataclasses import dataclass

from vicinia.core.events import DomainEvent


@dataclass(frozen=True)
class CallPublished(DomainEvent):
    """The office has published a call: its rules are frozen."""

    call_id: int


@dataclass(frozen=True)
class CallRevoked(DomainEvent):
    """The office has revoked a published call."""

    call_id: int
