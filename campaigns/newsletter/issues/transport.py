"""Handing a message to the mail server in two halves, so that a mark can be made between them.

In SMTP a message is accepted by the answer to the line with a single dot that ends it (RFC 5321,
4.1.1.4 and 6.1). A connection that dies before the dot leaves nothing behind. So the mark "it may
have been accepted" is made after the message has been transmitted and right before its dot: the time
in which a dead worker leaves a doubt is the server's answer to that one line.
"""

from __future__ import annotations

import re
import smtplib
from collections.abc import Callable
from email.utils import parseaddr
from types import TracebackType
from typing import Protocol

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend as SmtpBackend

OK = 250
WILL_FORWARD = 251
SEND_DATA = 354
GOING_DOWN = 421
PERMANENT = 500
_LINE_END = re.compile(rb"\r\n|\r|\n")


class Refused(Exception):
    """The mail server will not take this message.

    `is_permanent` tells that trying again is of no use, `is_about_address` that it is the recipient
    who is refused, not our words.
    """

    def __init__(self, code: int, reply: bytes, *, is_about_address: bool) -> None:
        super().__init__(answer_text(code, reply))
        self.is_permanent = code >= PERMANENT
        self.is_about_address = is_about_address


class Unreachable(Exception):
    """The mail server does not answer, or takes nothing from us now; nothing was marked."""


class AnswerLost(Exception):
    """The message was transmitted whole and the answer never came: it may have been accepted."""


class TakenByAnother(Exception):
    """`mark` said no: another worker has this recipient. Nothing was sent."""


class Transport(Protocol):
    """A connection to the mail server, used as a context manager."""

    def __enter__(self) -> Transport: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def hand_over(self, message: EmailMessage, *, mark: Callable[[], bool]) -> None:
        """Send one message, calling `mark` at the last instant at which it can still be held back."""


def open_transport() -> Transport:
    """Return the transport of the configured mail backend."""
    backend = get_connection()
    return SmtpTransport(backend) if isinstance(backend, SmtpBackend) else WholeTransport(backend)


class WholeTransport:
    """A backend without halves (local folder, memory): the mark comes right before the message."""

    def __init__(self, backend: BaseEmailBackend) -> None:
        self._backend = backend

    def __enter__(self) -> WholeTransport:
        return self

    def __exit__(self, *_error: object) -> None:
        return None

    def hand_over(self, message: EmailMessage, *, mark: Callable[[], bool]) -> None:
        """Mark, then send."""
        if not mark():
            raise TakenByAnother
        message.connection = self._backend
        message.send()


class SmtpTransport:
    """One SMTP connection for many messages; opened when needed, again after a fault."""

    def __init__(self, backend: SmtpBackend) -> None:
        self._backend = backend

    def __enter__(self) -> SmtpTransport:
        return self

    def __exit__(self, *_error: object) -> None:
        self._close()

    def hand_over(self, message: EmailMessage, *, mark: Callable[[], bool]) -> None:
        """Transmit; mark; end with the dot. Raises Refused, Unreachable, AnswerLost, TakenByAnother."""
        try:
            smtp = self._connected()
            self._transmit(smtp, message)
        except (OSError, smtplib.SMTPException) as error:
            self._close()
            raise Unreachable(str(error)) from error
        if not mark():
            # Hanging up before the dot is how SMTP takes a message back.
            self._close()
            raise TakenByAnother
        try:
            smtp.send(b".\r\n")
            code, reply = smtp.getreply()
        except (OSError, smtplib.SMTPException) as error:
            self._close()
            raise AnswerLost(str(error)) from error
        if code != OK:
            raise Refused(code, reply, is_about_address=False)

    def _connected(self) -> smtplib.SMTP:
        self._backend.open()
        smtp = self._backend.connection
        if smtp is None:
            raise smtplib.SMTPServerDisconnected("no connection")
        smtp.ehlo_or_helo_if_needed()
        return smtp

    def _transmit(self, smtp: smtplib.SMTP, message: EmailMessage) -> None:
        """Send everything up to the final dot, leaving the connection ready when it is refused."""
        code, reply = smtp.mail(parseaddr(message.from_email)[1])
        if code != OK:
            # Not about this recipient: everybody would be refused.
            raise smtplib.SMTPException(answer_text(code, reply))
        code, reply = smtp.rcpt(message.to[0])
        if code == GOING_DOWN:
            raise smtplib.SMTPServerDisconnected(answer_text(code, reply))
        if code not in {OK, WILL_FORWARD}:
            smtp.rset()
            raise Refused(code, reply, is_about_address=True)
        smtp.putcmd("data")
        code, reply = smtp.getreply()
        if code != SEND_DATA:
            raise smtplib.SMTPException(answer_text(code, reply))
        smtp.send(on_the_wire(message.message().as_bytes()))

    def _close(self) -> None:
        smtp, self._backend.connection = self._backend.connection, None
        if smtp is not None:
            # No QUIT: after half a message it would be read as part of it.
            smtp.close()


def answer_text(code: int, reply: bytes) -> str:
    """The server's answer as a person reads it."""
    return f"{code} {reply.decode('utf-8', 'replace')}"


def on_the_wire(content: bytes) -> bytes:
    """Return a message as SMTP transmits it: CRLF ends, a dot doubled at a line's start (RFC 5321, 4.5.2)."""
    lines = _LINE_END.split(content)
    if lines and not lines[-1]:
        lines.pop()
    return b"".join((b"." + line if line.startswith(b".") else line) + b"\r\n" for line in lines)
