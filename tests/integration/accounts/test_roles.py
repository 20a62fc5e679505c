"""Who is who: roles, the door of the admin, what each may touch there."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from tests.factories.accounts import UserFactory
from tests.factories.outreach import CampaignPageFactory
from tests.support.editing import office
from tests.support.html import Read, read, words
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role, has_role, roles_of

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

GROUPS = ("Contenuti", "Bandi", "Enti", "Scuole", "Newsletter", "Dati")
# The groups of the menu that each role works in or reads.
MENU = {
    Role.EDITOR: {"Contenuti", "Enti", "Scuole", "Newsletter", "Dati"},
    Role.CALLS_OFFICE: {"Contenuti", "Bandi", "Enti", "Dati"},
    Role.SCHOOLS_OFFICE: {"Contenuti", "Scuole", "Dati"},
    Role.TRANSPARENCY_OFFICER: {"Bandi", "Enti", "Dati"},
    Role.EVALUATOR: set(),
    Role.ADMINISTRATOR: set(GROUPS),
}


def test_one_person_cannot_have_two_accounts_by_case() -> None:
    UserFactory(email="Anna@Example.org")
    assert User.objects.get_by_natural_key("ANNA@example.org").email == "anna@example.org"
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email="ANNA@EXAMPLE.ORG")


def test_a_person_is_called_by_name_or_else_by_address() -> None:
    named, unnamed = UserFactory(first_name="Anna", last_name=""), UserFactory(first_name="", last_name="")
    assert (str(named), named.get_short_name()) == ("Anna", "Anna")
    assert str(unnamed) == unnamed.get_short_name() == unnamed.email


def test_a_role_is_asked_once_a_request(django_assert_num_queries: Any) -> None:
    person = User.objects.get(pk=UserFactory(role=Role.EDITOR).pk)
    with django_assert_num_queries(1):
        assert has_role(person, Role.EDITOR)
        assert has_role(person, Role.EDITOR, Role.PUBLISHER)
        assert not has_role(person, Role.DIRECTOR)


def test_an_administrator_has_every_role_and_nobody_else_has_what_was_not_given() -> None:
    assert has_role(UserFactory(role=Role.ADMINISTRATOR), Role.EVALUATOR)
    assert has_role(User.objects.create_superuser("capo@example.org"), Role.EVALUATOR)
    assert not has_role(UserFactory(), *Role)
    assert not has_role(AnonymousUser(), *Role)
    assert roles_of(AnonymousUser()) == frozenset()


def test_who_was_shut_out_has_no_role() -> None:
    for person in (UserFactory(role=Role.EDITOR), User.objects.create_superuser("capo@example.org")):
        person.is_active = False
        person.save()
        assert not has_role(User.objects.get(pk=person.pk), *Role)


@pytest.mark.parametrize("role", [*Role, None])
def test_only_people_of_the_office_enter_the_admin(role: Role | None) -> None:
    answer = office(role).get("/cms/")
    assert answer.status_code == (200 if role else 302)
    assert Client().get("/cms/")["Location"].startswith("/cms/login/")


@pytest.mark.parametrize("role", list(MENU))
def test_each_role_finds_its_own_groups_in_the_menu(role: Role) -> None:
    props = Read(office(role).get("/cms/").content.decode()).soup.select_one("#wagtail-sidebar-props")
    assert texts(json.loads(words(props))) & set(GROUPS) == MENU[role]


def texts(value: object) -> set[str]:
    """Every text in the data of the menu."""
    if isinstance(value, dict):
        return set().union(*(texts(each) for each in value.values()))
    if isinstance(value, list):
        return set().union(*(texts(each) for each in value))
    return {value} if isinstance(value, str) else set()


def test_writing_roles_publish_and_the_offices_of_calls_and_schools_only_change() -> None:
    page = CampaignPageFactory()
    for role, may in ((Role.EDITOR, True), (Role.PUBLISHER, True), (Role.CALLS_OFFICE, False)):
        tester = page.permissions_for_user(User.objects.get(pk=UserFactory(role=role).pk))
        assert tester.can_publish() is may, role
        assert tester.can_edit(), role
    evaluator = page.permissions_for_user(UserFactory(role=Role.EVALUATOR))
    assert not evaluator.can_edit()


def test_a_second_migrate_gives_no_role_anything_twice() -> None:
    before = counted()
    call_command("migrate", verbosity=0)
    assert counted() == before


def test_a_role_narrowed_to_a_section_is_not_given_the_whole_site_again_by_a_migrate() -> None:
    section = CampaignPageFactory().get_parent()
    narrowed = GroupPagePermission.objects.filter(group__name=Role.EDITOR)
    narrowed.update(page=section)
    call_command("migrate", verbosity=0)
    assert {each.page_id for each in narrowed.all()} == {section.pk}


def test_a_role_narrowed_to_a_collection_is_not_given_all_pictures_again_by_a_migrate() -> None:
    drawings = Collection.get_first_root_node().add_child(name="Disegni")
    narrowed = GroupCollectionPermission.objects.filter(
        group__name=Role.EDITOR, permission__content_type__app_label="wagtailimages"
    )
    narrowed.update(collection=drawings)
    call_command("migrate", verbosity=0)
    assert {each.collection_id for each in narrowed.all()} == {drawings.pk}


def counted() -> tuple[int, int]:
    """How many rows of permissions there are."""
    return Group.permissions.through.objects.count(), GroupPagePermission.objects.count()


def test_the_reserved_area_of_somebody_with_nothing_yet_says_how_to_start() -> None:
    client = Client()
    client.force_login(UserFactory(), backend="django.contrib.auth.backends.ModelBackend")
    page = read(client, "/area-riservata/")
    assert "Per ora niente" in page.text
    assert page.links()
