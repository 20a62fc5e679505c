"""The schools office writes editions; what the service refuses is told at the form."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.projects import enrol, make_edition, make_school, make_teacher
from vicinia.accounts.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Client:
    client = Client()
    client.force_login(UserFactory(role=Role.SCHOOLS_OFFICE))
    return client


def test_places_below_the_confirmed_classes_are_refused_at_the_field(office: Client) -> None:
    edition, school = make_edition(places=2), make_school()
    teacher = make_teacher(school)
    for label in ("1A", "2A"):
        enrol(edition, school, label, by=teacher)
    answer = office.post(
        reverse("editions:edit", args=[edition.pk]),
        {"project": edition.project_id, "school_year": edition.school_year, "places": "1"},
    )
    assert answer.status_code == 200
    assert "i posti non possono essere di meno" in answer.content.decode()
    edition.refresh_from_db()
    assert edition.places == 2


def test_the_count_of_open_editions_opens_the_list_of_those_alone(office: Client) -> None:
    now_open = make_edition()
    later = make_edition(opens_at=None, closes_at=None)
    home = office.get("/cms/").content.decode()
    address = f"{reverse('editions:index')}?is_open=true"
    assert address in home
    shown = office.get(address).content.decode()
    assert now_open.project.title in shown.split("<tbody>")[1]
    assert later.project.title not in shown.split("<tbody>")[1]
