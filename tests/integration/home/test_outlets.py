"""What other programs read of the site: feeds, calendars, structured data, previews of links, the map."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.events import EventFactory, EventPageFactory
from tests.factories.outreach import CampaignPageFactory
from tests.factories.pages import InformationPageFactory, NewsPageFactory, english_home
from tests.factories.territory import PlaceFactory, TopicFactory
from tests.support.html import Read, read

pytestmark = pytest.mark.django_db


def entries(client: Client, path: str) -> list[str]:
    """The titles in a feed."""
    answer = client.get(path)
    assert answer["Content-Type"].startswith("application/rss+xml")
    return [item.text or "" for item in ET.fromstring(answer.content).iterfind("channel/item/title")]


def told(page: Read) -> dict[str, dict[str, object]]:
    """What a page tells to search engines, by type."""
    blocks = [json.loads(each.string) for each in page.soup.select('script[type="application/ld+json"]')]
    return {block["@type"]: block for block in blocks}


def preview(page: Read) -> dict[str, str]:
    """What a page tells to who shares it."""
    return {each["property"]: each["content"] for each in page.soup.select("meta[property^='og:']")}


def test_a_feed_has_what_came_out_of_a_kind_or_of_a_topic_and_nothing_delicate(client: Client) -> None:
    health = TopicFactory(name="Salute", slug="salute")
    NewsPageFactory(title="Ieri", published_on=timezone.localdate() - timedelta(days=1))
    NewsPageFactory(title="Oggi <b>&", topics=[health])
    NewsPageFactory(title="In bozza", live=False)
    CampaignPageFactory(title="Vaccini", campaign__topic=health)
    CampaignPageFactory(title="Uscire dalla violenza", campaign__topic=health, is_delicate=True)
    assert entries(client, "/feed/notizie.rss") == ["Oggi <b>&", "Ieri"]
    assert entries(client, "/feed/notizie.rss?argomento=salute") == ["Oggi <b>&"]
    assert sorted(entries(client, "/feed/argomenti/salute.rss")) == ["Oggi <b>&", "Vaccini"]
    item = ET.fromstring(client.get("/feed/notizie.rss").content).find("channel/item")
    assert item is not None
    assert item.findtext("pubDate", "").endswith((" +0100", " +0200"))
    assert item.findtext("guid", "").startswith("urn:uuid:")
    for nowhere in ("/feed/altro.rss", "/feed/notizie.ics", "/feed/notizie.rss?argomento=x%00"):
        assert client.get(nowhere).status_code == 404


def test_a_calendar_has_the_events_and_not_where_a_reserved_place_is(client: Client) -> None:
    place = PlaceFactory(name="Casa di quartiere", street="Via dei Tigli, 4")
    EventPageFactory(title="Camminata", event=EventFactory(place=place))
    shelter = PlaceFactory(
        name="Casa rifugio", address_is_reserved=True, street="", postcode="", how_to_reach="", area=None
    )
    EventPageFactory(title="Incontro", event=EventFactory(place=shelter, place_note="Secondo piano"))
    answer = client.get("/feed/eventi.ics")
    text = answer.content.decode().replace("\r\n ", "")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "SUMMARY:Camminata" in text
    assert "Via dei Tigli\\, 4" in text
    assert "SUMMARY:Incontro" in text
    assert not {"Casa rifugio", "Secondo piano"} & set(text.split(":"))
    again = client.get("/feed/eventi.ics", headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304


def test_a_list_says_where_its_feed_is_also_for_the_topic_chosen(client: Client) -> None:
    NewsPageFactory(topics=[TopicFactory(name="Salute", slug="salute")])
    page = read(client, "/notizie/", {"argomento": "salute"})
    [link] = page.soup.select("head link[rel=alternate][type='application/rss+xml']")
    assert link["href"] == "/feed/notizie.rss?argomento=salute"
    assert "/feed/notizie.rss?argomento=salute" in page.links(page.soup).values()
    assert (
        "/feed/argomenti/salute.ics"
        in (topic := read(client, "/argomenti/salute/")).links(topic.soup).values()
    )


def test_search_engines_read_events_news_the_office_and_the_way_to_a_page(client: Client) -> None:
    event = EventPageFactory(title="Camminata </script>").event
    page = told(read(client, "/eventi/camminata-script/"))
    assert page["Event"]["name"] == "Camminata </script>"
    assert page["Event"]["startDate"] == event.starts_at.isoformat()
    assert [step["name"] for step in page["BreadcrumbList"]["itemListElement"]][-1] == "Camminata </script>"
    NewsPageFactory(title="Sportello", slug="sportello")
    assert told(read(client, "/notizie/sportello/"))["NewsArticle"]["headline"] == "Sportello"
    assert told(read(client, "/"))["GovernmentOrganization"]["name"]


def test_a_shared_link_has_title_and_picture_and_a_delicate_page_none(client: Client) -> None:
    page = InformationPageFactory(title="Aiuto 🏠 per la casa", slug="casa")
    found = preview(read(client, "/casa/"))
    assert found["og:title"] == "Aiuto 🏠 per la casa"
    picture = client.get(found["og:image"].removeprefix("http://testserver"))
    assert (picture["Content-Type"], picture.content[:4]) == ("image/png", b"\x89PNG")
    address = found["og:image"].removeprefix("http://testserver")
    page.is_delicate = True
    page.save_revision().publish()
    assert client.get(address).status_code == 404
    InformationPageFactory(title="Violenza", slug="violenza", is_delicate=True)
    delicate = read(client, "/violenza/")
    assert (preview(delicate), told(delicate)) == ({}, {})
    assert not delicate.soup.select(".v-share, [href*='wa.me']")


def test_the_map_of_the_site_and_the_pages_say_in_which_languages_they_are(client: Client) -> None:
    page = InformationPageFactory(title="Casa", slug="casa")
    twin = page.copy_for_translation(english_home().locale)
    twin.slug = "housing"
    twin.save_revision().publish()
    text = client.get("/sitemap.xml").content.decode()
    entry = text[text.index("/casa/</loc>") :]
    entry = entry[: entry.index("</url>")]
    for code, path in (("it", "/casa/"), ("x-default", "/casa/"), ("en", "/en/housing/")):
        assert re.search(rf'hreflang="{code}" href="http://[a-z]+{path}"', entry)
    [default] = read(client, "/en/housing/").soup.select("link[hreflang=x-default]")
    assert default["href"] == "http://testserver/casa/"
