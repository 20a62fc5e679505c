"""What happens while a body is checked."""

from __future__ import annotations

from dataclasses import dataclass

from vicinia.core.events import DomainEvent


@dataclass(frozen=True)
class QuestionAsked(DomainEvent):
    """The office has written to a body."""

    message_id: int


@dataclass(frozen=True)
class QuestionAnswered(DomainEvent):
    """A body has written to the office."""

    message_id: int
