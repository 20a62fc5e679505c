"""Each screen of the admin opens to the roles that work there, and to no other."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.accounts import UserFactory
from vicinia.accounts.roles import Role

pytestmark = pytest.mark.django_db

WRITERS = {Role.EDITOR, Role.PUBLISHER}
CALLS = {Role.CALLS_OFFICE, Role.RESPONSIBLE_OFFICIAL}
SCHOOLS = {Role.SCHOOLS_OFFICE}
DIRECTOR = {Role.DIRECTOR}
OVERSEERS = {Role.DIRECTOR, Role.TRANSPARENCY_OFFICER}
# Administrators open them all.
OPEN_TO: dict[str, set[Role]] = {
    "calls_office:index": CALLS | OVERSEERS,
    "calls_office:add": CALLS,
    "applications_office:index": CALLS,
    "organisations:index": WRITERS | CALLS | OVERSEERS,
    "organisations:add": CALLS,
    "school_projects:index": WRITERS | SCHOOLS | DIRECTOR,
    "school_projects:add": SCHOOLS,
    "editions:add": SCHOOLS,
    "enrolments:index": SCHOOLS | DIRECTOR,
    "schools:index": SCHOOLS | DIRECTOR,
    "school_contacts:index": SCHOOLS | DIRECTOR,
    "school_imports:index": SCHOOLS | DIRECTOR,
    "served_municipalities:index": SCHOOLS,
    "issues:index": WRITERS | DIRECTOR,
    "issues:add": WRITERS,
    "subscribers:index": WRITERS | DIRECTOR,
    "newsletter_topics:add": WRITERS,
    "dashboard:index": set(Role) - {Role.EVALUATOR},
    "partecipazione:index": WRITERS | SCHOOLS | OVERSEERS,
    "partecipazione:add": WRITERS | SCHOOLS,
    "page_ratings": WRITERS | DIRECTOR,
    "pages_to_publish": WRITERS | SCHOOLS | {Role.CALLS_OFFICE},
    "banner": WRITERS,
    "registro-operazioni:index": {Role.TRANSPARENCY_OFFICER},
    "office_people:index": set(),
}


@pytest.mark.parametrize("role", Role)
def test_a_role_opens_its_own_screens_and_is_sent_back_from_the_others(role: Role) -> None:
    client = Client()
    client.force_login(UserFactory(role=role), backend="django.contrib.auth.backends.ModelBackend")
    wrong = {}
    for name, roles in OPEN_TO.items():
        answer = client.get(reverse(name))
        opens = role in roles | {Role.ADMINISTRATOR}
        sent_back = answer.status_code == 302 and answer["Location"] == reverse("wagtailadmin_home")
        if not (answer.status_code == 200 if opens else sent_back):
            wrong[name] = answer.status_code
    assert not wrong


def test_who_has_no_role_is_asked_to_sign_in_as_staff() -> None:
    client = Client()
    client.force_login(UserFactory(), backend="django.contrib.auth.backends.ModelBackend")
    for name in OPEN_TO:
        assert client.get(reverse(name))["Location"].startswith(reverse("wagtailadmin_login")), name
    page = client.get(reverse("wagtailadmin_login")).content.decode()
    assert "Torna alla tua area riservata" in page
