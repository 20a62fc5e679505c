"""What happens when the administration keeps quiet."""

from __future__ import annotations

from dataclasses import dataclass

from vicinia.core.events import DomainEvent


@dataclass(frozen=True)
class PublicationHeld(DomainEvent):
    """A page that was to go out waits for the end of a silence; its author may be gone."""

    page_id: int
    silence_id: int
    author_id: int | None
