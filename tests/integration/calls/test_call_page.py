"""The public page of a call: where it stands, its facts in the order people look for them, one action."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from calls.notices.models import Call, Criterion
from calls.notices.pages import CallPage
from calls.notices.services import freeze_call, save_call
from tests.factories.calls import FORM, new_call, official
from tests.support.html import Read, read, words

pytestmark = pytest.mark.django_db
# A Monday at noon in Rome.
NOON = parse_datetime("2026-03-02T12:00:00+01:00")
assert NOON


def opened(call: Call) -> Call:
    """Publish a call with its page."""
    saved = save_call(call=call, form=FORM, by=official())
    frozen = freeze_call(call=saved, at=timezone.now(), by=official())
    page = CallPage.objects.get(call=frozen)
    page.save_revision().publish()
    return frozen


def page_of(client: Client, call: Call) -> Read:
    return read(client, CallPage.objects.get(call=call).url)


def facts(page: Read) -> dict[str, str]:
    rows = page.main.select("section[aria-labelledby=facts] .v-facts__row")
    return {words(row.dt): words(row.dd) for row in rows}


@pytest.mark.parametrize(
    ("opens", "closes", "said"),
    [
        (-1, 30, "Aperto Fino a"),
        (-10, 2, "Sta per chiudere Fino a"),
        (3, 30, "Non ancora aperto Da"),
        (-30, -1, "Chiuso Da"),
    ],
)
def test_the_ribbon_says_where_the_call_stands_with_the_exact_instant(
    client: Client, opens: int, closes: int, said: str
) -> None:
    now = timezone.now()
    call = opened(new_call(opens_at=now + timedelta(days=opens), closes_at=now + timedelta(days=closes)))
    page = page_of(client, call)
    ribbon = words(page.main.select_one(".v-ribbon"))
    assert ribbon.startswith(said)
    turning = call.opens_at if opens > 0 else call.closes_at
    assert f"{timezone.localtime(turning):%Y, ore %H:%M}" in ribbon
    # The action is there only while it does something, with how long it takes.
    buttons = page.main.select(f"a[href$='/area-riservata/domande/nuova/{call.pk}/']")
    if opens < 0 < closes:
        assert {words(button) for button in buttons} == {"Presenta domanda"}
        assert "Servono circa 60 minuti" in page.text
        # At the top, beside the text and at the foot of a phone: always within reach.
        assert len(buttons) == 3
    else:
        assert not buttons


def test_the_key_facts_come_in_the_order_in_which_people_look_for_them(client: Client) -> None:
    now = timezone.now()
    call = opened(new_call(opens_at=NOON, closes_at=now + timedelta(days=9), co_funding_percent=20))
    shown = facts(page_of(client, call))
    assert list(shown)[:6] == [
        "Dotazione",
        "Contributo",
        "La vostra quota",
        "Chi può partecipare",
        "Apertura",
        "Chiusura",
    ]
    assert shown["Dotazione"] == "20.000,00 €"
    assert shown["Contributo"] == "da 1.000,00 € a 5.000,00 €"
    assert isinstance(NOON, datetime)
    assert shown["Apertura"] == "lunedì 2 marzo 2026, ore 12:00"
    assert shown["Responsabile del procedimento"] == "Responsabile dell’ufficio"


def test_each_criterion_says_what_is_looked_at_and_its_points(client: Client) -> None:
    call = new_call(minimum_score=60)
    call.criteria = [
        Criterion(title="Qualità", description="Chiarezza e continuità.", weight=70, sort_order=0),
        Criterion(title="Rete", description="", weight=30, sort_order=1),
    ]
    page = page_of(client, opened(call))
    table = page.main.select_one("section[aria-labelledby=criteria] table")
    rows = [[words(cell) for cell in row.find_all(["th", "td"])] for row in table.tbody.find_all("tr")]
    assert rows == [["Qualità Chiarezza e continuità.", "70"], ["Rete", "30"]]
    assert "almeno 60 punti su 100" in page.text


def test_every_section_of_the_index_is_on_the_page(client: Client) -> None:
    page = page_of(client, opened(new_call()))
    index = page.main.select(".v-toc a")
    assert words(index[0]) == "La mia associazione può partecipare?"
    for link in index:
        assert page.main.select_one(link["href"]), link
