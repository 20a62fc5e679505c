"""The figures that everybody reads."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from vicinia.monitoring.participation.models import Source
from vicinia.monitoring.participation.services import record_participants

pytestmark = pytest.mark.django_db


def count(participants: int) -> None:
    """Write one figure of today."""
    record_participants(
        source=Source.CAMPAIGN,
        source_key="screening",
        title="Screening",
        day=timezone.localdate(),
        participants=participants,
        counted_by="ASL",
        by=None,
    )
    cache.clear()


def test_a_reader_finds_the_figures_and_how_they_are_counted(client: Client) -> None:
    count(12_345)
    page = client.get("/numeri/").content.decode()
    assert "12.345" in page
    assert "Come contiamo" in page


def test_a_small_figure_is_masked(client: Client) -> None:
    count(3)
    page = client.get("/numeri/").content.decode()
    assert "&lt;5" in page
