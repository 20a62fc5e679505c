"""The figures that everybody reads."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from tests.support.html import read
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
    page = read(client, "/numeri/")
    assert "12.345" in page.text
    method = page.main.select(".v-method .v-facts__row")
    assert method, "each figure says how it is counted"
    # What search engines are told is no part of what people read.
    assert page.soup.body.get_text(" ", strip=True).startswith("Vai al contenuto")
    assert "dodici mesi" in page.soup.select_one("meta[name=description]")["content"]


def test_a_small_figure_is_masked(client: Client) -> None:
    count(3)
    page = client.get("/numeri/").content.decode()
    assert "&lt;5" in page
