"""Places open to the public: the list, the page of each, what staff change in them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from wagtail.models import ReferenceIndex

from tests.factories.directory import ServiceFactory, ServicePageFactory
from tests.factories.pages import NewsPageFactory
from tests.factories.pictures import make_picture
from tests.factories.territory import AreaFactory, PlaceFactory, TopicFactory, UnitFactory, WorkAreaFactory
from tests.support.editing import UNCLOSED, errors, office
from tests.support.html import read
from vicinia.accounts.roles import Role
from vicinia.territory.models import Place, Topic

pytestmark = pytest.mark.django_db
LIST = "wagtailsnippets_territory_place:list"
EDIT = "wagtailsnippets_territory_place:edit"


def test_the_places_are_listed_by_name_with_what_they_are(client: Client) -> None:
    PlaceFactory(name="Sportello", kind="Sportello sociale")
    PlaceFactory(name="Biblioteca", kind="Biblioteca", summary="Libri e un posto caldo.")
    page = read(client, "/luoghi/")
    assert page.heading == "Luoghi"
    assert page.cards() == ["Biblioteca", "Sportello"]
    assert page.card("Biblioteca") == "Biblioteca Biblioteca Libri e un posto caldo."


def test_an_empty_list_of_places_says_what_would_be_here(client: Client) -> None:
    page = read(client, "/luoghi/")
    assert page.headings() == ["Per ora qui non c’è nessun luogo"]
    assert "con gli orari e come arrivarci" in page.text


def test_the_page_of_a_place_says_all_that_the_model_asks(client: Client) -> None:
    PlaceFactory(
        name="Biblioteca",
        slug="biblioteca",
        summary="Libri e un posto caldo.",
        body="<p>Al primo piano.</p>",
        image=make_picture(),
        image_alt="Scaffali pieni di libri",
        how_to_reach="Linea 3, fermata Tintori.",
    )
    page = read(client, "/luoghi/biblioteca/")
    assert page.heading == "Biblioteca"
    assert page.title.startswith("Biblioteca")
    assert page.soup.find("meta", {"name": "description"})["content"] == "Libri e un posto caldo."
    assert page.main.select_one(".v-hero__image img")["alt"] == "Scaffali pieni di libri"
    for said in ("Al primo piano.", "Linea 3, fermata Tintori.", "Via dei Tintori 14, 00000", "9-13"):
        assert said in page.text
    links = page.links()
    assert links["Telefono 0000 123456"] == "tel:0000123456"
    assert links["sportello@comune.example"] == "mailto:sportello@comune.example"
    # The way back, not a link to the page itself.
    assert links["Luoghi"] == "/luoghi/"
    assert "/luoghi/biblioteca/" not in links.values()


def test_an_address_of_no_place_is_not_found(client: Client) -> None:
    assert client.get("/luoghi/inventato/").status_code == 404


def test_the_places_have_an_english_page_too(client: Client) -> None:
    PlaceFactory(slug="biblioteca", name="Biblioteca")
    page = read(client, "/en/luoghi/biblioteca/")
    assert page.soup.html["lang"] == "en"
    assert page.headings() == ["How to get there", "Biblioteca"]


def place_data(place: Place, **changes: Any) -> dict[str, Any]:
    """What the form of a place sends."""
    names = (
        "name",
        "slug",
        "kind",
        "summary",
        "street",
        "postcode",
        "how_to_reach",
        "phone",
        "email",
        "hours",
    )
    return {**{name: getattr(place, name) for name in names}, "body": "null", **changes}


def test_new_opening_hours_are_read_at_once(client: Client, django_capture_on_commit_callbacks: Any) -> None:
    place = PlaceFactory(slug="sportello")
    assert "9-13" in read(client, "/luoghi/sportello/").text
    data = place_data(place, hours="Solo il giovedì")
    with django_capture_on_commit_callbacks(execute=True):
        answer = office(Role.EDITOR).post(reverse(EDIT, args=[place.pk]), data)
    assert answer.status_code == 302, errors(answer)
    assert "Solo il giovedì" in read(client, "/luoghi/sportello/").text


def test_of_a_place_with_a_reserved_address_the_site_keeps_none(client: Client) -> None:
    place = PlaceFactory(slug="rifugio", street="Via dei Tintori 14", area=AreaFactory(), body="<p>Qui.</p>")
    editor, address = office(Role.EDITOR), reverse(EDIT, args=[place.pk])
    told = place_data(
        place, address_is_reserved="on", area=place.area.pk, how_to_reach="In via dei tintori 14"
    )
    said = errors(editor.post(address, told))
    assert "Cancellalo: un indirizzo riservato non si tiene nel sito." in said
    assert "L’indirizzo è scritto anche qui" in said
    emptied = told | {"street": "", "postcode": "", "area": "", "how_to_reach": "Telefona: ti diciamo dove."}
    answer = editor.post(address, emptied)
    assert answer.status_code == 302, errors(answer)
    page = read(client, "/luoghi/rifugio/")
    assert "Tintori" not in str(page.soup.main)
    assert "Indirizzo riservato" in page.text
    # Who reads it is not seen reading it.
    assert page.title.startswith("Informazioni")
    assert "Esci in fretta" in page.links()
    with pytest.raises(IntegrityError):
        Place.objects.filter(pk=place.pk).update(street="Via dei Tintori 14")


def test_a_service_given_where_nobody_must_know_tells_no_address_to_machines_either(client: Client) -> None:
    place = PlaceFactory(address_is_reserved=True, street="", postcode="", name="Rifugio")
    service = ServiceFactory(unit=UnitFactory(place=place))
    page = read(client, ServicePageFactory(service=service).url)
    data = json.loads(page.soup.select_one('script[data-element="metatag"]').string)
    assert data["availableChannel"]["serviceLocation"]["address"]["streetAddress"] == ""
    assert "Indirizzo riservato" in page.text


@pytest.mark.filterwarnings(UNCLOSED)
@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"street": ""}, "Scrivilo, oppure di’ che l’indirizzo è riservato."),
        ({"how_to_reach": ""}, "Questo campo è obbligatorio."),
        ({"image": "picture"}, "Scrivi che cosa mostra l’immagine: c’è chi non la vede."),
    ],
)
def test_what_is_missing_in_a_place_is_said_in_italian(changes: dict[str, Any], said: str) -> None:
    place = PlaceFactory(hours="9-13")
    if changes.get("image"):
        changes = {"image": make_picture().pk, "image_alt": ""}
    data = place_data(place, hours="Mai", **changes)
    answer = office(Role.EDITOR).post(reverse(EDIT, args=[place.pk]), data)
    assert said in errors(answer)
    place.refresh_from_db()
    assert place.hours == "9-13"


def test_staff_find_places_by_street_and_neighbourhood() -> None:
    area = AreaFactory(name="Fornaci")
    PlaceFactory(name="Casa della salute", street="Viale dei Platani 3", area=area)
    PlaceFactory(name="Biblioteca")
    editor = office(Role.EDITOR)
    for query in ({"q": "platani"}, {"area": area.pk}):
        page = editor.get(reverse(LIST), query).content.decode()
        assert "Casa della salute" in page, query
        assert "Biblioteca" not in page, query


@pytest.mark.parametrize("role", [Role.EVALUATOR, Role.CALLS_OFFICE, Role.SCHOOLS_OFFICE, None])
def test_others_do_not_keep_places(role: Role | None) -> None:
    place = PlaceFactory(hours="9-13")
    assert office(role).get(reverse(LIST)).status_code in {302, 403}
    changed = place_data(place, hours="Mai")
    assert office(role).post(reverse(EDIT, args=[place.pk]), changed).status_code in {302, 403}
    place.refresh_from_db()
    assert place.hours == "9-13"


@pytest.mark.parametrize(("role", "may"), [(Role.EDITOR, False), (Role.PUBLISHER, True)])
def test_the_closed_list_of_topics_is_kept_by_who_publishes(role: Role, *, may: bool) -> None:
    data = {"name": "Salute", "slug": "salute", "description": ""}
    assert office(role).post(reverse("wagtailsnippets_territory_topic:add"), data).status_code == 302
    assert Topic.objects.filter(slug="salute").exists() == may


def test_what_contents_point_to_is_not_deleted_under_them() -> None:
    topic, place, area = TopicFactory(), PlaceFactory(), WorkAreaFactory()
    service = ServiceFactory(unit=UnitFactory(place=place), area=area)
    publisher = office(Role.PUBLISHER)
    # Before the worker has written who points to whom, the database itself says who does.
    ReferenceIndex.objects.all().delete()
    for name, record in (("place", place), ("unit", service.unit), ("workarea", area)):
        one = reverse(f"wagtailsnippets_territory_{name}:delete", args=[record.pk])
        several = reverse("wagtail_bulk_action", args=["territory", name, "delete"])
        for address in (one, f"{several}?id={record.pk}"):
            answer = publisher.post(address, follow=True)
            assert "Non è stato eliminato nulla, perché è ancora usato da:" in answer.content.decode(), (
                address
            )
            assert type(record).objects.filter(pk=record.pk).exists(), address
    publisher.post(reverse("wagtailsnippets_territory_topic:delete", args=[topic.pk]))
    assert not Topic.objects.filter(pk=topic.pk).exists()


def test_a_topic_that_a_page_has_chosen_among_others_is_not_deleted_under_it() -> None:
    topic = TopicFactory()
    page = NewsPageFactory(title="Apre lo sportello")
    page.topics.set([topic, TopicFactory()])
    page.save()
    publisher = office(Role.PUBLISHER)
    address = reverse("wagtailsnippets_territory_topic:delete", args=[topic.pk])
    answer = publisher.post(address, follow=True).content.decode()
    assert "è ancora usato da: Apre lo sportello" in answer
    assert list(page.topics.filter(pk=topic.pk)) == [topic]
    page.topics.remove(topic)
    page.save()
    publisher.post(address)
    assert not Topic.objects.filter(pk=topic.pk).exists()
