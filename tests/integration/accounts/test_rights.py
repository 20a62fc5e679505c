"""The table of rights: who may do what, asked as Django asks."""

from __future__ import annotations

import csv

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from partners.organisations.enums import ACTING_ROLES, MemberRole, OrganisationStatus
from partners.organisations.queries import can_apply_for, organisations_acted_for
from tests.factories.accounts import UserFactory
from tests.factories.partners import MembershipFactory, OrganisationFactory
from tests.support.editing import office
from tests.support.html import read
from vicinia.accounts.models import User
from vicinia.accounts.rights.backend import require
from vicinia.accounts.rights.table import Right, rights
from vicinia.accounts.rights.words import ACTIONS
from vicinia.accounts.roles import Role

pytestmark = pytest.mark.django_db

EDIT = "partners.change_organisation"


@pytest.mark.parametrize("role", list(Role))
def test_a_role_may_do_what_the_table_says_and_nothing_else(role: Role) -> None:
    person = UserFactory(role=role)
    assert {right.permission for right in rights if person.has_perm(right.permission)} == {
        right.permission for right in rights if role in right.holders
    }


def test_an_administrator_may_do_what_any_role_of_the_office_may() -> None:
    assert all(Role.ADMINISTRATOR in right.holders for right in rights if right.roles)


def test_who_has_no_role_who_was_shut_out_and_who_is_nobody_may_nothing() -> None:
    gone = UserFactory(role=Role.ADMINISTRATOR, is_active=False)
    for person in (UserFactory(), gone, AnonymousUser()):
        assert not [right for right in rights if person.has_perm(right.permission)]


def test_what_the_table_does_not_name_nobody_may() -> None:
    assert not UserFactory(role=Role.ADMINISTRATOR).has_perm("partners.burn_organisation")


@pytest.mark.parametrize("role", list(MemberRole))
def test_a_member_writes_for_the_own_body_alone_and_a_reader_only_reads(role: MemberRole) -> None:
    membership, other = MembershipFactory(role=role), OrganisationFactory()
    person, body = membership.user, membership.organisation
    assert person.has_perm("partners.view_organisation", body)
    assert person.has_perm(EDIT, body) is (role in ACTING_ROLES)
    # Without saying which body, membership gives nothing: it is a right on one object.
    assert not person.has_perm(EDIT)
    for permission in (EDIT, "partners.view_organisation"):
        assert not person.has_perm(permission, other)
    with pytest.raises(PermissionDenied):
        require(person, EDIT, other)


@pytest.mark.parametrize("status", list(OrganisationStatus))
@pytest.mark.parametrize("role", list(MemberRole))
def test_the_bodies_one_acts_for_are_those_that_the_table_allows(
    role: MemberRole, status: OrganisationStatus
) -> None:
    reason = "Sede chiusa" if status == OrganisationStatus.SUSPENDED else ""
    kept = OrganisationFactory() if status == OrganisationStatus.MERGED else None
    body = OrganisationFactory(status=status, status_reason=reason, merged_into=kept)
    person = MembershipFactory(role=role, organisation=body).user
    assert can_apply_for(person, body) is (body in organisations_acted_for(person))


def test_a_superuser_acts_in_nobody_s_name() -> None:
    chief = User.objects.create_superuser("capo@example.org")
    assert chief.has_perm(EDIT, OrganisationFactory())
    assert not can_apply_for(chief, OrganisationFactory())


def test_a_right_says_its_name_as_django_does() -> None:
    right = Right("partners.organisation", "verify", frozenset({Role.CALLS_OFFICE}))
    assert right.permission == "partners.verify_organisation"
    assert (right.roles, right.standings) == ((Role.CALLS_OFFICE,), ())


def test_every_action_has_a_word() -> None:
    assert {right.action for right in rights} == set(ACTIONS)


def test_the_screen_shows_the_whole_table_or_what_one_role_may() -> None:
    officer = office(Role.TRANSPARENCY_OFFICER)
    whole, of_evaluator = read(officer, "/cms/diritti/"), read(officer, "/cms/diritti/?ruolo=evaluator")
    assert len(whole.soup.select("tbody tr")) == len(list(rights))
    assert not of_evaluator.soup.select("tbody tr")
    export = officer.get("/cms/diritti/?formato=csv&ruolo=calls_office").getvalue().decode("utf-8-sig")
    header, *lines = csv.reader(export.splitlines(), delimiter=";")
    assert header == ["Che cosa", "Azione", "Ruoli dell’ufficio", "Altri"]
    assert lines
    assert all(str(Role.CALLS_OFFICE.label) in line[2] for line in lines)
