"""Writing a calendar file (RFC 5545). Pure: no Django here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Protocol

LONGEST_LINE = 75


class Happening(Protocol):
    """What a calendar needs to know."""

    @property
    def uid(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def summary(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def start(self) -> date | datetime: ...
    @property
    def end(self) -> date | datetime: ...
    @property
    def changed(self) -> datetime: ...
    @property
    def where(self) -> str: ...


def calendar(name: str, happenings: Iterable[Happening]) -> str:
    """Return the file: instants in UTC, so that no table of time zones is needed; days as days."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Vicinia//IT", f"X-WR-CALNAME:{escaped(name)}"]
    for each in happenings:
        lines += _event(each)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def _event(happening: Happening) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{happening.uid}"
    yield f"DTSTAMP:{_utc(happening.changed)}"
    yield f"DTSTART{_when(happening.start)}"
    yield f"DTEND{_when(happening.end)}"
    yield f"SUMMARY:{escaped(happening.title)}"
    if happening.summary:
        yield f"DESCRIPTION:{escaped(happening.summary)}"
    if happening.where:
        yield f"LOCATION:{escaped(happening.where)}"
    yield f"URL:{happening.url}"
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """Return a text as a value (3.3.11): no sign in it ends the line or the list."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return "\\n".join(text.splitlines())


def folded(line: str) -> Iterator[str]:
    """Return the parts of a line, at most 75 bytes each and no character broken (3.1)."""
    part, room = "", LONGEST_LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            yield part
            # The space that says that the line goes on counts too.
            part, room = " ", LONGEST_LINE - 1
        part += character
        room -= size
    yield part


def _when(moment: date | datetime) -> str:
    return f":{_utc(moment)}" if isinstance(moment, datetime) else f";VALUE=DATE:{moment:%Y%m%d}"


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
