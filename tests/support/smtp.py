"""A real mail server inside the test run: what arrives is what a person's mail program would get."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller

from .ports import free_port

WAIT_SECONDS = 90


class Inbox:
    """The messages that have arrived, in order."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.port = 0
        self._arrived = threading.Condition()

    @property
    def url(self) -> str:
        """The EMAIL_URL of this server."""
        return f"smtp://127.0.0.1:{self.port}"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        """Keep one message."""
        message = message_from_bytes(envelope.content, policy=policy.default)
        with self._arrived:
            self.messages.append(message)
            self._arrived.notify_all()
        return "250 OK"

    def wait_for(self, to: str, *, subject: str = "") -> EmailMessage:
        """Return the newest message to an address whose subject holds the words, waiting for it."""
        deadline = time.monotonic() + WAIT_SECONDS
        with self._arrived:
            while True:
                for message in reversed(self.messages):
                    if to in str(message["to"]) and subject in str(message["subject"]):
                        return message
                if not self._arrived.wait(deadline - time.monotonic()):
                    subjects = [f"{message['to']}: {message['subject']}" for message in self.messages]
                    raise AssertionError(f"no mail to {to} with «{subject}»; arrived: {subjects}")


@contextmanager
def mail_server() -> Iterator[Inbox]:
    """Run a mail server on a free port."""
    inbox = Inbox()
    # The library knocks at its own door once started, so it must know the port beforehand.
    inbox.port = free_port()
    controller = Controller(inbox, hostname="127.0.0.1", port=inbox.port)
    controller.start()
    try:
        yield inbox
    finally:
        controller.stop()
