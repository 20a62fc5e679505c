"""Domain events are told once the write has really happened, and a faulty listener harms nobody."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction

from vicinia.core import events

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class LetterSent(events.DomainEvent):
    """A letter has left."""

    letter_id: int


@dataclass(frozen=True)
class LetterLost(events.DomainEvent):
    """A letter has not arrived."""

    letter_id: int


heard: list[events.DomainEvent] = []


@events.on(LetterSent)
def fail_first(event: LetterSent) -> None:
    """A listener with a fault."""
    if event.letter_id == 13:
        raise ValueError("thirteen")


@events.on(LetterSent)
def hear(event: LetterSent) -> None:
    """A listener that remembers."""
    heard.append(event)


@pytest.fixture(autouse=True)
def _silence() -> Iterator[None]:
    heard.clear()
    yield
    heard.clear()


def test_listeners_hear_after_the_commit(django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        events.emit(LetterSent(letter_id=1))
        assert heard == []
    assert heard == [LetterSent(letter_id=1)]


def test_nobody_hears_of_what_was_undone(django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        events.emit(LetterSent(letter_id=1))
        transaction.set_rollback(True)
    assert heard == []


def test_listeners_hear_their_own_kind_of_event_only(django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        events.emit(LetterLost(letter_id=1))
    assert heard == []


def test_a_listener_that_fails_stops_neither_the_others_nor_the_writer(
    django_capture_on_commit_callbacks: Any, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR), django_capture_on_commit_callbacks(execute=True):
        events.emit(LetterSent(letter_id=13))
    assert heard == [LetterSent(letter_id=13)]
    assert "thirteen" in caplog.text or any(record.exc_info for record in caplog.records)
