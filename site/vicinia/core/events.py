"""Domain events: a service says what happened; channels (mail, inbox, ledger) listen after commit.

    @dataclass(frozen=True)
    class ApplicationSubmitted(DomainEvent):
        application_id: int

    events.emit(ApplicationSubmitted(application_id=7))       # in the service, inside its transaction

    @events.on(ApplicationSubmitted)                          # in the listening app
    def send_receipt(event: ApplicationSubmitted) -> None: ...

A listener only enqueues a task or writes rows of its own; a listener that fails is logged by Django
and does not undo what happened nor stop the others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import transaction
from django.dispatch import Signal


@dataclass(frozen=True)
class DomainEvent:
    """Something that happened, named in the past tense, holding ids and never objects."""


Event = TypeVar("Event", bound=DomainEvent)

_happened = Signal()


def emit(event: DomainEvent) -> None:
    """Tell the listeners once the current transaction has committed (at once outside of one)."""
    transaction.on_commit(lambda: _tell(event))


def _tell(event: DomainEvent) -> None:
    _happened.send_robust(sender=type(event), event=event)


def on(kind: type[Event]) -> Callable[[Callable[[Event], None]], Callable[[Event], None]]:
    """Register a function as listener of one kind of event."""

    def register(listener: Callable[[Event], None]) -> Callable[[Event], None]:
        def receive(sender: type[DomainEvent], event: Event, **_kwargs: Any) -> None:
            listener(event)

        uid = f"{listener.__module__}.{listener.__qualname__}"
        _happened.connect(receive, sender=kind, weak=False, dispatch_uid=uid)
        return listener

    return register
