"""The office keeps services; a mistake is said in Italian; others stay out."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.directory import NeedFactory, ServiceFactory, ServicePageFactory, services_index
from tests.factories.pictures import make_picture
from tests.factories.territory import TopicFactory, UnitFactory, WorkAreaFactory
from tests.support.editing import UNCLOSED, add_page, errors, office, rich_text, streamfield
from tests.support.html import read
from vicinia.accounts.roles import Role
from vicinia.directory.models import Need, Service, ServicePage

pytestmark = pytest.mark.django_db
LIST = "wagtailsnippets_directory_service:list"
EDIT = "wagtailsnippets_directory_service:edit"
CREATE = "wagtailsnippetchoosers_directory_service:create"


def typed(**changes: Any) -> dict[str, Any]:
    """What the editor types in the form of a service's page."""
    texts = ("who_for", "description", "how_to", "obtained", "times_text", "conditions")
    return {
        "title": "Pasti a domicilio",
        "slug": "pasti-a-domicilio",
        "service": ServiceFactory().pk,
        **{name: rich_text(f"<p>{name}</p>") for name in texts},
        "needed": streamfield([("thing", "ISEE")]),
        "times": streamfield([]),
        "access": streamfield([("channel", {"kind": "phone", "label": "0000 1", "url": ""})]),
        **changes,
    }


def data_of(**changes: Any) -> dict[str, Any]:
    """What the form of a service's data sends."""
    return {
        "name": "Pasti a domicilio",
        "status": "active",
        "status_reason": "",
        "area": WorkAreaFactory().pk,
        "unit": UnitFactory().pk,
        "topics": [TopicFactory().pk],
        "needs": [NeedFactory().pk],
        "age_from": 65,
        "age_to": 120,
        **changes,
    }


def dialog(**changes: Any) -> dict[str, Any]:
    """The same from the dialog over the page's form."""
    return {f"new-{name}": value for name, value in data_of(**changes).items()}


def test_the_page_of_a_service_goes_out_and_is_in_the_list_at_once(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    index = services_index()
    assert read(client, "/servizi/").cards() == []
    with django_capture_on_commit_callbacks(execute=True):
        answer = add_page(office(Role.EDITOR), index, ServicePage, **typed())
    assert answer.status_code == 302, errors(answer)
    assert read(client, "/servizi/").cards() == ["Pasti a domicilio"]


@pytest.mark.filterwarnings(UNCLOSED)
@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"image": "picture"}, "Scrivi che cosa mostra l’immagine: c’è chi non la vede."),
        ({"service": ""}, "Questo campo è obbligatorio"),
        ({"who_for": "null"}, "Questo campo è obbligatorio"),
        ({"access": streamfield([])}, "errori di validazione"),
    ],
    ids=["a picture without words", "no data", "for nobody", "no way in"],
)
def test_a_page_without_what_the_model_asks_does_not_go_out(changes: dict[str, Any], said: str) -> None:
    if changes.get("image"):
        changes = {"image": make_picture().pk}
    answer = add_page(office(Role.EDITOR), services_index(), ServicePage, **typed(**changes))
    assert said in errors(answer)
    assert not ServicePage.objects.exists()


def test_a_service_is_made_without_leaving_its_page() -> None:
    answer = office(Role.EDITOR).post(reverse(CREATE), dialog())
    assert answer.json()["step"] == "chosen", answer.json()
    service = Service.objects.get()
    assert (service.topics.count(), service.needs.count(), service.age_from) == (1, 1, 65)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"status": "inactive"}, "Scrivi perché il servizio non è attivo."),
        ({"age_from": 70, "age_to": 60}, "La seconda età non può essere più bassa della prima."),
        ({"topics": []}, "Questo campo è obbligatorio."),
    ],
    ids=["closed without a reason", "ages upside down", "about nothing"],
)
def test_a_mistake_in_a_service_is_said_in_italian(changes: dict[str, Any], said: str) -> None:
    answer = office(Role.EDITOR).post(reverse(CREATE), dialog(**changes))
    assert said in answer.json()["htmlFragment"]
    assert not Service.objects.exists()


def test_closing_a_service_is_seen_by_readers_at_once(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    service = ServiceFactory()
    ServicePageFactory(service=service, slug="pasti")
    assert read(client, "/servizi/pasti/").element("service-status") == "Attivo"
    changed = data_of(status="inactive", status_reason="Riapre a marzo.")
    with django_capture_on_commit_callbacks(execute=True):
        answer = office(Role.PUBLISHER).post(reverse(EDIT, args=[service.pk]), changed)
    assert answer.status_code == 302, errors(answer)
    assert "Riapre a marzo." in read(client, "/servizi/pasti/").text


def test_who_keeps_services_filters_them_by_status() -> None:
    ServiceFactory(name="Pasti")
    ServiceFactory(name="Emporio", status="inactive", status_reason="Riapre.")
    page = office(Role.EDITOR).get(reverse(LIST), {"status": "inactive"}).content.decode()
    assert "Emporio" in page
    assert "Pasti" not in page


@pytest.mark.parametrize("role", [Role.EVALUATOR, Role.CALLS_OFFICE, Role.SCHOOLS_OFFICE, None])
def test_others_do_not_keep_services(role: Role | None) -> None:
    assert office(role).get(reverse(LIST)).status_code in {302, 403}
    assert office(role).post(reverse(CREATE), dialog()).status_code in {302, 403}
    assert not Service.objects.exists()


@pytest.mark.parametrize(("role", "may"), [(Role.EDITOR, False), (Role.PUBLISHER, True)])
def test_the_needs_are_kept_by_who_publishes(role: Role, *, may: bool) -> None:
    address = reverse("wagtailsnippets_directory_need:add")
    answer = office(role).post(address, {"name": "Denaro", "slug": "denaro"})
    assert answer.status_code == 302
    assert Need.objects.filter(slug="denaro").exists() == may
