"""Everything on the site by what it is about, with the marks of the municipal model."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from campaigns.projects.catalogue.pages import SchoolProjectPage, SchoolProjectsIndexPage
from tests.factories.calls import published_call
from tests.factories.directory import ServiceFactory, ServicePageFactory
from tests.factories.events import EventFactory, EventPageFactory
from tests.factories.outreach import CampaignFactory, CampaignPageFactory
from tests.factories.pages import NewsPageFactory, english_home, list_page
from tests.factories.projects import make_edition
from tests.factories.territory import TopicFactory
from tests.support.html import read, words
from vicinia.territory.models import Topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def home_topic(db: None) -> Topic:
    """A topic with a page of each kind about it, and one of another topic."""
    topic: Topic = TopicFactory(name="Residenza", slug="residenza", description="La casa e chi ci abita.")
    service, event, call = ServiceFactory(), EventFactory(), published_call(title="Bando casa")
    news, edition = NewsPageFactory(title="Riapre il fondo"), make_edition()
    for record in (service, event, call, news, edition.project):
        record.topics.set([topic])
        record.save()
    ServicePageFactory(title="Fondo affitto", service=service)
    EventPageFactory(title="Parliamo di casa", event=event)
    CampaignPageFactory(title="Casa sicura", campaign=CampaignFactory(topic=topic))
    catalogue = list_page(SchoolProjectsIndexPage, "progetti-scuole", "Progetti")
    catalogue.add_child(instance=SchoolProjectPage(title="La mia via", project=edition.project))
    CampaignPageFactory(title="D’altro")
    return topic


@pytest.mark.usefixtures("home_topic")
def test_a_topic_gathers_what_every_list_has_about_it(client: Client) -> None:
    page = read(client, "/argomenti/residenza/")
    assert page.heading == "Residenza"
    assert "La casa e chi ci abita." in page.text
    found = {heading: page.cards(f"related-{number}") for number, heading in enumerate(page.headings(), 1)}
    assert found == {
        "Servizi": ["Fondo affitto"],
        "Campagne": ["Casa sicura"],
        "Bandi per le associazioni": ["Bando casa"],
        "Prossimi eventi": ["Parliamo di casa"],
        "Progetti per le scuole": ["La mia via"],
        "Notizie": ["Riapre il fondo"],
    }
    links = page.links()
    assert links["Tutte le campagne"] == "/campagne/?argomento=residenza"
    assert links["Tutte le notizie"] == "/notizie/?argomento=residenza"
    assert links["Tutti i servizi"] == "/servizi/"


def test_only_topics_with_something_to_read_are_listed_by_name(client: Client, home_topic: Topic) -> None:
    TopicFactory(name="Vuoto")
    other = TopicFactory(name="Associazioni")
    CampaignPageFactory(campaign=CampaignFactory(topic=TopicFactory(name="In bozza")), live=False)
    CampaignPageFactory(campaign=CampaignFactory(topic=other))
    page = read(client, "/argomenti/")
    shown = [words(each.find(["h2", "h3"])) for each in page.soup.select('[data-element="topic-element"]')]
    assert [title for title in shown if not title.startswith("Argomento")] == ["Associazioni", "Residenza"]
    assert page.links()[home_topic.name] == "/argomenti/residenza/"


def test_every_page_leads_to_all_the_topics(client: Client) -> None:
    for path in ("/", "/luoghi/"):
        assert read(client, path).soup.select_one('[data-element="all-topics"]')["href"] == "/argomenti/"


@pytest.mark.usefixtures("home_topic")
@pytest.mark.parametrize(
    "path", ["/servizi/fondo-affitto/", "/eventi/parliamo-di-casa/", "/notizie/riapre-il-fondo/"]
)
def test_the_topic_of_a_page_leads_to_the_others_about_it(client: Client, path: str) -> None:
    assert read(client, path).links()["Residenza"] == "/argomenti/residenza/"


def test_an_empty_list_of_topics_and_a_topic_with_nothing_say_so(client: Client) -> None:
    TopicFactory(slug="vuoto")
    assert read(client, "/argomenti/").headings() == ["Per ora nessun argomento"]
    page = read(client, "/argomenti/vuoto/")
    assert "Per ora non c’è nulla su questo argomento" in page.text
    assert page.links()["Tutti gli argomenti"] == "/argomenti/"
    assert client.get("/argomenti/inventato/").status_code == 404


@pytest.mark.usefixtures("home_topic")
def test_each_language_gathers_its_own_pages(client: Client) -> None:
    english_home()
    page = read(client, "/en/argomenti/residenza/")
    assert page.cards() == []
    assert read(client, "/en/argomenti/").cards() == []


def test_a_new_page_is_under_its_topic_at_once_and_an_event_leaves_when_it_is_over(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    topic = TopicFactory(slug="residenza")
    assert read(client, "/argomenti/residenza/").cards() == []
    now = timezone.now()
    event = EventFactory(starts_at=now - timedelta(hours=1), ends_at=now + timedelta(hours=1))
    event.topics.set([topic])
    event.save()
    page = EventPageFactory(title="Parliamone", event=event)
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert read(client, "/argomenti/residenza/").cards() == ["Parliamone"]
    event.ends_at = now
    with django_capture_on_commit_callbacks(execute=True):
        event.save()
    assert read(client, "/argomenti/residenza/").cards() == []
