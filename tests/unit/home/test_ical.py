"""A calendar that every program reads, whatever people write in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from vicinia.home.outlets.ical import calendar, folded


@dataclass(frozen=True)
class Thing:
    uid: str = "urn:uuid:1"
    title: str = "Camminata; piano, piano"
    summary: str = "Due righe:\nla seconda"
    url: str = "https://comune.example/eventi/camminata/"
    start: date | datetime = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
    end: date | datetime = datetime(2026, 3, 2, 13, 0, tzinfo=UTC)
    changed: datetime = datetime(2026, 2, 1, tzinfo=UTC)
    where: str = "Casa di quartiere, Via dei Tigli, 4"


def test_an_event_has_instants_in_utc_and_texts_that_end_no_line() -> None:
    lines = calendar("Eventi", [Thing()]).split("\r\n")
    assert "DTSTART:20260302T110000Z" in lines
    assert "DTEND:20260302T130000Z" in lines
    assert "SUMMARY:Camminata\\; piano\\, piano" in lines
    assert "DESCRIPTION:Due righe:\\nla seconda" in lines
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])


def test_whole_days_are_days() -> None:
    text = calendar("Campagne", [Thing(start=date(2026, 3, 2), end=date(2026, 3, 9))])
    assert "DTSTART;VALUE=DATE:20260302\r\nDTEND;VALUE=DATE:20260309\r\n" in text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_a_long_line_is_folded_and_unfolds_to_itself(line: str) -> None:
    parts = list(folded(line))
    assert all(len(part.encode()) <= 75 for part in parts)
    assert "".join(part if number == 0 else part[1:] for number, part in enumerate(parts)) == line
