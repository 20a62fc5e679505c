"""The first page: what the office does, what is running now, where to go."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campaigns.projects.catalogue.pages import SchoolProjectPage, SchoolProjectsIndexPage
from tests.factories.calls import published_call
from tests.factories.directory import services_index
from tests.factories.events import EventFactory, EventPageFactory
from tests.factories.newsletter import make_subscriber, make_topic
from tests.factories.outreach import CampaignFactory, CampaignPageFactory
from tests.factories.pages import english_home, home, list_page
from tests.factories.projects import enrol, make_edition, make_school, make_teacher
from tests.support.editing import UNCLOSED
from tests.support.html import read
from vicinia.core.page_cache import generation
from vicinia.core.page_cache.store import pages as page_store
from vicinia.core.page_cache.validity import collecting
from vicinia.home.landing.models import HomePage
from vicinia.settings.base import DATABASE_CACHE
from vicinia.territory.models import Letterhead


@pytest.mark.django_db
def test_a_new_installation_has_a_home_page_with_the_office_and_the_search(client: Client) -> None:
    page = read(client, "/")
    assert page.heading == "Politiche sociali e salute"
    assert page.soup.select_one("main form[role=search]")["action"] == "/cerca/"
    # No section without something in it, nor a year of zeros.
    assert page.headings() == []


@pytest.mark.django_db
def test_the_year_s_numbers_are_there_as_soon_as_there_is_one(client: Client) -> None:
    make_subscriber(make_topic())
    page = read(client, "/")
    assert page.headings() == ["Un anno in numeri"]
    assert "/numeri/" in page.links().values()


@pytest.mark.django_db
def test_the_office_s_own_words_come_first(client: Client) -> None:
    Letterhead.objects.create(full_name="Comune di Fontalba", tagline="Insieme, per tutti")
    page = home()
    page.summary = "Aiutiamo chi attraversa un momento difficile."
    page.search_examples = [("example", "aiuto per l’affitto")]
    page.needs_title = "Che cosa ti serve?"
    page.needs = [("need", {"label": "Non arrivo a fine mese", "hint": "Contributi", "url": "/servizi/?x=1"})]
    page.save()
    services_index()
    shown = read(client, "/")
    assert shown.heading == "Insieme, per tutti"
    assert "Aiutiamo chi attraversa un momento difficile." in shown.text
    assert shown.headings()[0] == "Che cosa ti serve?"
    links = shown.links()
    assert links["aiuto per l’affitto"] == "/cerca/?q=aiuto+per+l%E2%80%99affitto"
    assert links["Non arrivo a fine mese"] == "/servizi/?x=1"
    assert links["Tutti i servizi"] == "/servizi/"


@pytest.mark.django_db
def test_a_new_headline_is_read_at_once(client: Client, django_capture_on_commit_callbacks: Any) -> None:
    assert read(client, "/").heading == "Politiche sociali e salute"
    page = home()
    page.headline = "Nessun portone è lontano"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert read(client, "/").heading == "Nessun portone è lontano"


@pytest.mark.django_db
def test_running_campaigns_are_on_the_first_page_those_that_end_first_before(client: Client) -> None:
    today = timezone.localdate()
    for title, ends in (("Senza fine", None), ("Tra un mese", 30), ("Domani", 1), ("Tra un anno", 365)):
        ends_on = today + timedelta(days=ends) if ends else None
        CampaignPageFactory(title=title, campaign=CampaignFactory(ends_on=ends_on))
    CampaignPageFactory(title="Bozza", campaign=CampaignFactory(ends_on=today), live=False)
    over = CampaignFactory(starts_on=today - timedelta(days=9), ends_on=today - timedelta(days=1))
    CampaignPageFactory(title="Conclusa", campaign=over)
    CampaignPageFactory(title="In arrivo", campaign=CampaignFactory(starts_on=today + timedelta(days=1)))
    page = read(client, "/")
    assert page.cards("campaigns") == ["Domani", "Tra un mese", "Tra un anno", "Senza fine"]
    assert page.links()["Tutte le campagne"] == "/campagne/"


@pytest.mark.django_db
def test_the_next_events_and_the_first_calls_to_close_are_on_the_first_page(client: Client) -> None:
    now = timezone.now()
    for title, days in (("Quarto", 9), ("Primo", 1), ("Terzo", 5), ("Secondo", 2), ("Passato", -2)):
        EventPageFactory(title=title, event=EventFactory(starts_at=now + timedelta(days=days)))
    for title, days in (("Chiude poi", 9), ("Chiude domani", 1), ("Chiuso", -1)):
        published_call(title=title, opens_at=now - timedelta(days=5), closes_at=now + timedelta(days=days))
    page = read(client, "/")
    assert page.cards("events") == ["Primo", "Secondo", "Terzo"]
    assert page.cards("calls") == ["Chiude domani", "Chiude poi"]


@pytest.mark.django_db
def test_projects_that_schools_can_still_join_are_on_the_first_page_before_the_others(client: Client) -> None:
    catalogue = list_page(SchoolProjectsIndexPage, "progetti-scuole", "Progetti")
    now = timezone.now()
    closed = {"opens_at": now - timedelta(days=9), "closes_at": now - timedelta(days=1)}
    editions = {
        "A chiuso": make_edition(**closed),
        "B pieno": make_edition(places=1),
        "C con posti": make_edition(places=2),
        "D con posti": make_edition(places=1),
        "E in preparazione": make_edition(opens_at=None, closes_at=None),
    }
    school = make_school()
    enrol(editions["B pieno"], school, "3A", by=make_teacher(school))
    for title, edition in editions.items():
        catalogue.refresh_from_db()
        catalogue.add_child(instance=SchoolProjectPage(title=title, project=edition.project))
    assert read(client, "/").cards("projects") == ["C con posti", "D con posti", "B pieno"]


@pytest.mark.django_db
def test_each_language_shows_its_own_contents(client: Client) -> None:
    CampaignPageFactory(title="Solo in italiano")
    make_subscriber(make_topic())
    english_home()
    page = read(client, "/en/")
    assert page.cards() == []
    assert page.headings() == ["A year in numbers"]


@pytest.mark.django_db
def test_the_page_holds_until_the_first_thing_on_it_changes(rf: RequestFactory) -> None:
    now = timezone.now()
    soon = now + timedelta(hours=1)
    assert holds_until(rf) is None
    CampaignPageFactory(campaign=CampaignFactory(ends_on=timezone.localdate() + timedelta(days=3)))
    assert timezone.localtime(holds_until(rf)).date() == timezone.localdate() + timedelta(days=4)
    EventPageFactory(event=EventFactory(starts_at=now - timedelta(hours=1), ends_at=soon))
    assert holds_until(rf) == soon
    make_edition(closes_at=soon - timedelta(minutes=5))
    assert holds_until(rf) == soon - timedelta(minutes=5)


def holds_until(rf: RequestFactory) -> datetime | None:
    """When the page changes by itself: told when what it shows is read, and again when it is kept."""
    generation.forget()
    found = []
    for _ in range(2):
        with collecting() as moments:
            home().serve(rf.get("/"))
        found.append(min(moments, default=None))
    first, again = found
    assert first == again
    return first


@pytest.mark.filterwarnings(UNCLOSED)
def test_on_the_demo_the_page_has_all_its_sections_and_asks_little(
    demo_database: None, known_generation: None, client: Client, settings: LazySettings
) -> None:
    # As a small town's machine keeps it: in the database, which counts too.
    settings.CACHES = {**settings.CACHES, "default": DATABASE_CACHE}
    page = read(client, "/")
    assert page.headings() == [
        "Di cosa hai bisogno?",
        "Campagne in corso",
        "Bandi aperti adesso",
        "Per le scuole: il catalogo di quest’anno",
        "Prossimi eventi",
        "Un anno di lavoro, in numeri",
    ]
    assert len(page.main.select(".v-need")) == 6
    assert len(page.main.select(".v-tile")) == 4
    # What a signed-in reader's page costs, then the first one after something was published.
    for is_first, most in ((False, 8), (True, 30)):
        page_store.clear()
        if is_first:
            generation.forget()
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/").status_code == 200
        assert 4 < len(captured) <= most, [query["sql"][:100] for query in captured]


@pytest.mark.django_db
def test_there_is_one_home_page_for_each_language() -> None:
    assert not HomePage.can_create_at(home().get_parent())
