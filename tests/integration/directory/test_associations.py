"""Who looks for help finds the associations that help; they show only what they chose."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from django.test import Client

from partners.officers.enums import Office
from partners.organisations.enums import OrganisationStatus
from partners.organisations.models import Organisation
from partners.organisations.services import suspend_organisation
from partners.profiles.models import PublicField
from tests.factories.accounts import UserFactory
from tests.factories.directory import NeedFactory
from tests.factories.partners import MembershipFactory, OfficerFactory, OrganisationFactory
from tests.factories.territory import AreaFactory
from tests.support.html import read
from vicinia.accounts.roles import Role
from vicinia.directory.models import HelpOffered

pytestmark = pytest.mark.django_db
LIST = "/associazioni/"


def association(name: str, *shown: str, **given: Any) -> Organisation:
    """A body of the directory."""
    body: Organisation = OrganisationFactory(name=name, **given)
    PublicField.objects.bulk_create(PublicField(organisation=body, name=each) for each in shown or ["email"])
    return body


def titles(client: Client, **query: str) -> list[str]:
    asked = "&".join(f"{key}={value}" for key, value in query.items())
    return read(client, f"{LIST}?{asked}").cards()


@pytest.fixture
def town() -> None:
    """Two associations: one for elderly people of a neighbourhood, one for young people everywhere."""
    need, area = NeedFactory(slug="compagnia"), AreaFactory(slug="porta-sole")
    old = HelpOffered.objects.create(organisation=association("Il Filo"), age_from=65)
    old.needs.add(need)
    old.areas.add(area)
    young = HelpOffered.objects.create(organisation=association("Rotaie"), age_from=14, age_to=25)
    young.needs.add(NeedFactory(slug="lavoro"))
    AreaFactory(slug="fornaci")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["Il Filo", "Rotaie"]),
        ({"bisogno": "compagnia"}, ["Il Filo"]),
        ({"eta": "anziani"}, ["Il Filo"]),
        ({"eta": "giovani"}, ["Rotaie"]),
        ({"eta": "adulti"}, []),
        ({"eta": "draghi"}, []),
        # Who named no neighbourhood helps everywhere.
        ({"quartiere": "porta-sole"}, ["Il Filo", "Rotaie"]),
        ({"quartiere": "fornaci"}, ["Rotaie"]),
        ({"q": "filo"}, ["Il Filo"]),
        ({"q": "filo", "bisogno": "lavoro"}, []),
        ({"q": "%00%F0"}, ["Il Filo", "Rotaie"]),
    ],
)
def test_help_is_found_by_need_age_neighbourhood_and_words(
    client: Client, town: None, query: dict[str, str], found: list[str]
) -> None:
    assert titles(client, **query) == found


@pytest.mark.sqlite
def test_words_are_looked_for_only_in_what_is_shown(client: Client) -> None:
    association("Il Filo", "description", description="Telefona a chi è solo.", city="Rovella")
    association("La Soglia", "email", description="Telefona di notte.")
    assert titles(client, q="telefona") == ["Il Filo"]
    assert titles(client, q="rovella") == []
    assert "Il Filo" in client.get("/cerca/?q=telefona").content.decode()


def test_the_page_of_a_body_shows_what_it_chose_and_nothing_else(client: Client) -> None:
    body = association("Il Filo", "phone", "representative", phone="0000 111222", website="https://a.example")
    OfficerFactory(organisation=body, name="Ada Esempio")
    OfficerFactory(organisation=body, name="Bruno Esempio", office=Office.TREASURER)
    page = client.get(f"{LIST}il-filo-{body.pk}/").content.decode()
    assert 'href="tel:0000111222"' in page
    assert "Ada Esempio" in page
    for hidden in ("Bruno Esempio", body.email, "a.example", body.tax_code):
        assert hidden not in page
    assert client.get(f"{LIST}vecchio-nome-{body.pk}/")["Location"] == f"{LIST}il-filo-{body.pk}/"
    for nobody in ("il-filo", "il-filo-0", f"x-{'9' * 40}", "x-\u0661"):
        assert client.get(f"{LIST}{nobody}/").status_code == 404


@pytest.mark.parametrize("given", [{"status": OrganisationStatus.TO_VERIFY}, {"shown": ()}])
def test_who_is_not_verified_or_shows_nothing_has_no_page(client: Client, given: dict[str, Any]) -> None:
    body = OrganisationFactory(
        name="Il Filo", **{key: each for key, each in given.items() if key == "status"}
    )
    if "status" in given:
        PublicField.objects.create(organisation=body, name="email")
    assert client.get(f"{LIST}il-filo-{body.pk}/").status_code == 404
    assert titles(client) == []
    assert "il-filo" not in client.get("/sitemap.xml").content.decode()


def test_a_suspended_body_leaves_the_directory_at_once(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    body = association("Il Filo")
    assert titles(client) == ["Il Filo"]
    with django_capture_on_commit_callbacks(execute=True):
        suspend_organisation(organisation=body, reason="Sede chiusa", by=UserFactory(role=Role.CALLS_OFFICE))
    assert titles(client) == []


def test_the_open_data_have_the_licence_and_no_formula(client: Client) -> None:
    body = association('=HYPERLINK("x")', "tax_code", description="Segreta")
    body.iban = "IT51X0000000000000000000001"
    body.save()
    answer = client.get(f"{LIST}dati.csv")
    assert 'rel="license"' in answer["Link"]
    text = answer.content.decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text), delimiter=";")
    assert row["nome"] == '\'=HYPERLINK("x")'
    assert (row["codice_fiscale"], row["attivita"], row["email"]) == (body.tax_code, "", "")
    assert body.iban not in text
    data = json.loads(client.get(f"{LIST}dati.json").content)
    assert data["licenza"] == "CC BY 4.0"
    assert data["enti"][0]["pagina"] == f"http://testserver{LIST}hyperlinkx-{body.pk}/"


def test_a_member_says_whom_the_body_helps(client: Client) -> None:
    membership, need, area = MembershipFactory(), NeedFactory(), AreaFactory()
    body = membership.organisation
    client.force_login(membership.user)
    url = f"/area-riservata/enti/{body.pk}/chi-aiuta/"
    wrong = client.post(url, {"needs": [], "age_from": "30", "age_to": "10", "areas": [area.pk]})
    assert wrong.status_code == 422
    assert "Spunta almeno un bisogno" in wrong.content.decode()
    assert not HelpOffered.objects.exists()
    answers = {"needs": [need.pk], "age_from": "6", "age_to": "17", "areas": [area.pk]}
    assert client.post(url, answers).status_code == 302
    offered = HelpOffered.objects.get()
    assert (offered.age_from, offered.age_to, *offered.needs.all(), *offered.areas.all()) == (
        6,
        17,
        need,
        area,
    )
    assert "checked" in client.get(url).content.decode()
