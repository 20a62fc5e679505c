"""The local folder of mails, as the demo's reader shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesHeaderParser, BytesParser
from pathlib import Path

from django.conf import settings

# As FolderBackend writes them: nothing else in the folder is a mail, and no name leads out of it.
NAME = re.compile(r"\d{8}-\d{6}-\d{6}-[0-9a-f]{8}")
# Links of a mail open in the whole window: inside its frame our pages refuse to appear.
BASE = '<base target="_top">'


@dataclass(frozen=True)
class MailLine:
    """A mail of the list."""

    name: str
    subject: str
    recipients: str
    at: datetime


@dataclass(frozen=True)
class MailFile:
    """A file that comes with a mail."""

    number: int
    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True)
class ReadMail:
    """A whole mail."""

    line: MailLine
    sender: str
    headers: tuple[tuple[str, str], ...]
    text: str
    html: str
    files: tuple[MailFile, ...]


def names() -> list[str]:
    """The mails' names, newest first."""
    folder = Path(settings.MAIL_FOLDER)
    return sorted((path.stem for path in folder.glob("*.eml") if NAME.fullmatch(path.stem)), reverse=True)


def read_line(name: str) -> MailLine:
    """Read what the list shows; the body is left alone."""
    with path_of(name).open("rb") as file:
        return line_of(name, BytesHeaderParser(policy=policy.default).parse(file))


def read_mail(name: str) -> ReadMail:
    """Read a whole mail; raises FileNotFoundError when there is none."""
    with path_of(name).open("rb") as file:
        message = BytesParser(policy=policy.default).parse(file)
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    return ReadMail(
        line=line_of(name, message),
        sender=str(message["from"] or ""),
        headers=tuple((key, str(value)) for key, value in message.items()),
        text=text.get_content() if text else "",
        html=html.get_content() if html else "",
        files=tuple(files_of(message)),
    )


def path_of(name: str) -> Path:
    """Where a mail is kept; raises FileNotFoundError for a name that is not a mail's."""
    if not NAME.fullmatch(name):
        raise FileNotFoundError(name)
    return Path(settings.MAIL_FOLDER) / f"{name}.eml"


def line_of(name: str, message: EmailMessage) -> MailLine:
    """The list's view of a message; its time is in its name, whatever its own clock says."""
    at = datetime.strptime(name[:15], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
    return MailLine(name, str(message["subject"] or ""), str(message["to"] or ""), at)


def files_of(message: EmailMessage) -> Iterator[MailFile]:
    """The attached files, numbered from 1."""
    for number, part in enumerate(message.iter_attachments(), start=1):
        content = part.get_content()
        yield MailFile(
            number=number,
            name=part.get_filename() or f"file-{number}",
            content_type=part.get_content_type(),
            content=content.encode() if isinstance(content, str) else bytes(content),
        )


def framed(html: str) -> str:
    """The HTML part, its links opening outside of the frame."""
    found = re.search(r"<head[^>]*>", html, re.IGNORECASE)
    return html[: found.end()] + BASE + html[found.end() :] if found else BASE + html
