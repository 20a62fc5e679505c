"""The list of campaigns: what it shows, in which order, by which filters."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.outreach import CampaignFactory, CampaignPageFactory, campaigns_index
from tests.factories.pages import english_home, list_page
from tests.factories.territory import TopicFactory
from tests.support.html import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaigns(db: None) -> None:
    """One running, one coming, one over; the running one is about another topic."""
    today = timezone.localdate()
    health, food = TopicFactory(name="Salute", slug="salute"), TopicFactory(name="Cibo", slug="cibo")
    for title, topic, first, last in (
        ("In corso", food, -10, 10),
        ("In arrivo", health, 10, 20),
        ("Conclusa", health, -30, -20),
    ):
        CampaignPageFactory(
            campaign=CampaignFactory(
                title=title,
                topic=topic,
                starts_on=today + timedelta(days=first),
                ends_on=today + timedelta(days=last),
            )
        )
    CampaignPageFactory(title="Bozza", live=False)


@pytest.mark.usefixtures("campaigns")
@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["In arrivo", "In corso", "Conclusa"]),
        ("?stato=in-corso", ["In corso"]),
        ("?stato=in-arrivo", ["In arrivo"]),
        ("?stato=conclusa", ["Conclusa"]),
        ("?argomento=salute", ["In arrivo", "Conclusa"]),
        ("?stato=conclusa&argomento=salute", ["Conclusa"]),
        ("?stato=inventato", ["In arrivo", "In corso", "Conclusa"]),
    ],
)
def test_a_reader_filters_the_campaigns_the_latest_first(
    client: Client, query: str, titles: list[str]
) -> None:
    assert read(client, f"/campagne/{query}").cards() == titles


@pytest.mark.usefixtures("campaigns")
def test_one_filter_keeps_the_other_and_says_what_is_chosen(client: Client) -> None:
    page = read(client, "/campagne/?stato=conclusa&argomento=salute")
    assert page.filters("Argomento") == {
        "Tutti gli argomenti": "/campagne/?stato=conclusa",
        "Cibo": "/campagne/?stato=conclusa&argomento=cibo",
        "Salute*": "/campagne/?stato=conclusa&argomento=salute",
    }
    assert page.filters("Quando")["In corso"] == "/campagne/?argomento=salute&stato=in-corso"
    assert page.filters("Quando")["Tutte"] == "/campagne/?argomento=salute"


@pytest.mark.usefixtures("campaigns")
def test_a_card_says_topic_period_and_what_is_not_simply_running(client: Client) -> None:
    page = read(client, "/campagne/")
    assert page.card("In corso").startswith("Cibo In corso fino a ")
    assert page.card("In arrivo").startswith("Salute In arrivo In arrivo da ")
    assert page.card("Conclusa").startswith("Salute Conclusa Conclusa da ")


@pytest.mark.usefixtures("campaigns")
def test_an_empty_list_says_what_would_be_here_and_how_to_go_on(client: Client) -> None:
    page = read(client, "/campagne/?stato=in-corso&argomento=salute")
    assert page.cards() == []
    assert "Nessuna campagna corrisponde a questi filtri" in page.headings()
    assert "Qui trovi le campagne di prevenzione e sensibilizzazione" in page.text
    assert page.links()["Vedi tutte le campagne"] == "/campagne/"


def test_each_language_lists_its_own_campaigns(client: Client) -> None:
    CampaignPageFactory(title="In italiano")
    english = list_page(type(campaigns_index()), "campaigns", "Campaigns", parent=english_home())
    CampaignPageFactory(title="In English", parent=english)
    assert read(client, "/campagne/").cards() == ["In italiano"]
    page = read(client, "/en/campaigns/")
    assert page.cards() == ["In English"]
    assert page.soup.html["lang"] == "en"
    assert page.card("In English").split(" until ")[0].endswith("In English")
