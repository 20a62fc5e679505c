"""What follows the sending of an application."""

from __future__ import annotations

from vicinia.core import events

from .events import ApplicationSubmitted
from .tasks import make_and_send_receipt


def connect() -> None:
    """Listen (called when the app is ready)."""
    events.on(ApplicationSubmitted)(receipt_follows)


def receipt_follows(event: ApplicationSubmitted) -> None:
    """Have the receipt made and mailed by a worker."""
    make_and_send_receipt.enqueue(str(event.application_id))
