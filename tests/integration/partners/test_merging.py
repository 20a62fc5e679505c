"""Two records of a body become one and nothing is lost; undone, each is exactly what it was."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from calls.applications.models import Application
from partners.dossier.durc import record_durc
from partners.dossier.enums import DurcOutcome
from partners.merging import services
from partners.merging.queries import possible_duplicates
from partners.organisations.enums import MemberRole, OrganisationStatus
from partners.organisations.holding import GoneElsewhere
from partners.organisations.models import Membership, Organisation
from partners.organisations.services import update_organisation
from partners.profiles.queries import listed
from partners.profiles.services import choose_public_fields
from partners.verification.enums import CheckItem, Outcome
from partners.verification.services import record_check
from tests.factories.accounts import UserFactory
from tests.factories.calls import complete_application, published_call
from tests.factories.partners import (
    ClaimFactory,
    InvitationFactory,
    MembershipFactory,
    OfficerFactory,
    OrganisationFactory,
    check_all,
    tax_code,
)
from tests.factories.territory import TopicFactory
from tests.support.bodies import everything_of_bodies
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core.clock import database_day
from vicinia.core.merging import MergeBlocked
from vicinia.directory.associations.queries import associations

pytestmark = pytest.mark.django_db


@pytest.fixture
def official() -> User:
    user: User = UserFactory(role=Role.CALLS_OFFICE)
    return user


@pytest.fixture
def pair() -> tuple[Organisation, Organisation]:
    """Two records of the same body, each with people, offices, topics, an application, invitations."""
    bodies = [
        OrganisationFactory(name="La Soglia", phone="1", tax_code=tax_code(71)),
        OrganisationFactory(
            name="La Soglia ODV", phone="2", website="https://s.example", tax_code=tax_code(72)
        ),
    ]
    # The factory applies as the oldest account of the body's people.
    for body in bodies:
        MembershipFactory(organisation=body)
    shared, topic = UserFactory(), TopicFactory()
    for body, role in zip(bodies, (MemberRole.READER, MemberRole.EDITOR), strict=True):
        MembershipFactory(organisation=body, user=shared, role=role)
        OfficerFactory(organisation=body)
        InvitationFactory(organisation=body, email="stessa@example.com")
        InvitationFactory(organisation=body)
        ClaimFactory(organisation=body)
        body.topics.set([topic, TopicFactory()])
        check_all(body)
        complete_application(published_call(), body)
    return bodies[0], bodies[1]


@pytest.mark.sqlite
def test_what_belongs_to_the_one_that_goes_follows_and_the_stronger_role_is_kept(
    pair: tuple[Organisation, Organisation], official: User
) -> None:
    winner, loser = pair
    shared = Membership.objects.get(organisation=winner, role=MemberRole.READER).user
    people = {
        *winner.memberships.values_list("user", flat=True),
        *loser.memberships.values_list("user", flat=True),
    }
    services.merge_organisations(winner=winner, loser=loser, take=["phone"], by=official)
    assert set(winner.memberships.values_list("user", flat=True)) == people
    assert winner.memberships.get(user=shared).role == MemberRole.EDITOR
    assert Application.objects.filter(organisation=winner).count() == 2
    assert winner.topics.count() == 3
    winner.refresh_from_db()
    loser.refresh_from_db()
    assert (winner.phone, winner.name, winner.website) == ("2", "La Soglia", "")
    assert (loser.status, loser.merged_into) == (OrganisationStatus.MERGED, winner)
    # Whoever had the address of the other one is led to this one.
    client = Client()
    client.force_login(shared)
    answer = client.get(f"/area-riservata/enti/{loser.pk}/")
    assert answer["Location"] == f"/area-riservata/enti/{winner.pk}/"


@pytest.mark.sqlite
def test_undone_each_is_exactly_what_it_was(pair: tuple[Organisation, Organisation], official: User) -> None:
    winner, loser = pair
    before = everything_of_bodies()
    record = services.merge_organisations(
        winner=winner, loser=loser, take=["phone", "website", "name"], by=official
    )
    assert everything_of_bodies() != before
    services.undo_merge(record=record, by=official)
    assert everything_of_bodies() == before
    # And can be done and undone again.
    again = services.merge_organisations(winner=loser, loser=winner, take=[], by=official)
    services.undo_merge(record=again, by=official)
    assert everything_of_bodies() == before
    with pytest.raises(MergeBlocked, match="già annullata"):
        services.undo_merge(record=record, by=official)


def test_undoing_is_refused_with_the_reason_when_something_new_prevents_it(
    pair: tuple[Organisation, Organisation], official: User
) -> None:
    winner, loser = pair
    record = services.merge_organisations(winner=winner, loser=loser, take=["phone"], by=official)
    after = everything_of_bodies()
    Organisation.objects.filter(pk=winner.pk).update(phone="3")
    with pytest.raises(MergeBlocked, match="telefono"):
        services.undo_merge(record=record, by=official)
    Organisation.objects.filter(pk=winner.pk).update(phone="2")
    assert everything_of_bodies() == after, "nothing was half undone"
    # What followed and has gone on to another body since cannot be given back.
    moved = winner.memberships.filter(pk__in=record.followed["partners.Membership.organisation"])
    moved.filter(pk=moved[0].pk).update(organisation=OrganisationFactory())
    with pytest.raises(MergeBlocked, match="persone"):
        services.undo_merge(record=record, by=official)


def test_who_has_left_since_and_what_was_forgotten_do_not_keep_a_merge_from_being_undone(
    pair: tuple[Organisation, Organisation], official: User
) -> None:
    winner, loser = pair
    record = services.merge_organisations(winner=winner, loser=loser, take=[], by=official)
    shared = winner.memberships.get(pk=next(iter(record.roles)))
    shared.delete()
    winner.invitations.all().delete()
    services.undo_merge(record=record, by=official)
    loser.refresh_from_db()
    assert loser.status == OrganisationStatus.VERIFIED
    assert loser.memberships.count() == 2


def test_who_may_not_write_an_iban_does_not_change_it_by_merging() -> None:
    winner, loser = OrganisationFactory(), OrganisationFactory(iban="IT60X0542811101000000123456")
    responsible = UserFactory(role=Role.RESPONSIBLE_OFFICIAL)
    with pytest.raises(PermissionDenied):
        services.merge_organisations(winner=winner, loser=loser, take=["iban"], by=responsible)
    services.merge_organisations(winner=winner, loser=loser, take=[], by=responsible)


def test_two_applications_in_the_same_call_are_settled_first(official: User) -> None:
    call = published_call()
    winner, loser = OrganisationFactory(), OrganisationFactory()
    for body in (winner, loser):
        MembershipFactory(organisation=body)
        complete_application(call, body)
    before = everything_of_bodies()
    with pytest.raises(MergeBlocked, match="domande"):
        services.merge_organisations(winner=winner, loser=loser, take=[], by=official)
    assert everything_of_bodies() == before


def test_a_body_is_not_merged_with_itself_nor_twice_nor_by_others(
    pair: tuple[Organisation, Organisation], official: User
) -> None:
    winner, loser = pair
    with pytest.raises(PermissionDenied):
        services.merge_organisations(winner=winner, loser=loser, take=[], by=UserFactory(role=Role.DIRECTOR))
    with pytest.raises(MergeBlocked):
        services.merge_organisations(winner=winner, loser=winner, take=[], by=official)
    services.merge_organisations(winner=winner, loser=loser, take=[], by=official)
    with pytest.raises(MergeBlocked, match="confluito"):
        services.merge_organisations(winner=OrganisationFactory(), loser=loser, take=[], by=official)


def test_the_office_finds_compares_merges_and_undoes_on_its_screens(
    pair: tuple[Organisation, Organisation], official: User
) -> None:
    winner, loser = pair
    client = Client()
    client.force_login(official)
    merge = reverse("organisations:merge", args=[winner.pk])
    assert loser.tax_code in client.get(merge).content.decode()
    compared = client.get(merge, {"other": loser.tax_code}).content.decode()
    assert "https://s.example" in compared
    assert "domande: 1" in compared
    client.post(merge, {"other": loser.tax_code, "keep-website": "loser", "keep-phone": "winner"})
    winner.refresh_from_db()
    assert (winner.website, winner.phone) == ("https://s.example", "1")
    undo = reverse("organisations:undo_merge", args=[loser.pk])
    assert undo in client.get(reverse("organisations:inspect", args=[loser.pk])).content.decode()
    client.post(undo)
    loser.refresh_from_db()
    assert loser.status == OrganisationStatus.VERIFIED
    assert client.get(undo).status_code == 302


def test_the_public_address_of_the_one_that_went_leads_to_the_one_that_stays(
    official: User, django_capture_on_commit_callbacks: Any
) -> None:
    first, second, third = OrganisationFactory.create_batch(3)
    for body in (first, second, third):
        choose_public_fields(organisation=body, names=["seat"], by=official)
    old, new = (public_url(body) for body in (first, third))
    client = Client()
    assert client.get(old).status_code == 200
    # Readers see it at once: nothing of before is left in memory.
    with django_capture_on_commit_callbacks(execute=True):
        services.merge_organisations(winner=second, loser=first, take=[], by=official)
        record = services.merge_organisations(winner=third, loser=second, take=[], by=official)
    answer = client.get(old)
    assert (answer.status_code, answer["Location"]) == (301, new)
    with django_capture_on_commit_callbacks(execute=True):
        services.undo_merge(record=record, by=official)
    assert client.get(old)["Location"] == public_url(second)
    with django_capture_on_commit_callbacks(execute=True):
        choose_public_fields(organisation=second, names=[], by=official)
    assert client.get(old).status_code == 404


def public_url(body: Organisation) -> str:
    return associations(listed().filter(pk=body.pk))[0].url


def test_bodies_with_the_same_number_or_name_and_town_are_shown_together() -> None:
    OrganisationFactory(name="La Soglia", city="Fontalba")
    OrganisationFactory(name="la soglia", city="Fontalba")
    OrganisationFactory(name="La Soglia", city="Altrove")
    one, two = OrganisationFactory.create_batch(2, runts_number="12345")
    groups = [{body.pk for body in group.bodies} for group in possible_duplicates()]
    assert {one.pk, two.pk} in groups
    assert sorted(map(len, groups)) == [2, 2]


def test_of_a_body_that_went_into_another_the_office_writes_nothing(official: User) -> None:
    winner, loser = OrganisationFactory(name="La Soglia"), OrganisationFactory()
    services.merge_organisations(winner=winner, loser=loser, take=[], by=official)
    writes: list[Callable[[], object]] = [
        partial(update_organisation, organisation=loser, by=official, phone="1"),
        partial(record_check, organisation=loser, item=CheckItem.SEAT, outcome=Outcome.DONE, by=official),
        partial(
            record_durc,
            organisation=loser,
            protocol="INPS_1",
            requested_on=database_day(),
            outcome=DurcOutcome.REGULAR,
            by=official,
        ),
    ]
    for write in writes:
        with pytest.raises(GoneElsewhere, match="La Soglia"):
            write()
    client = Client()
    client.force_login(official)
    page = client.get(reverse("organisations:inspect", args=[loser.pk])).content.decode()
    assert "La Soglia" in page
    assert reverse("organisations:edit", args=[loser.pk]) not in page
    for name in ("officer_add", "verification", "suspend"):
        address = reverse(f"organisations:{name}", args=[loser.pk])
        assert address not in page
        assert client.get(address).status_code == 404
    assert client.get(reverse("organisations:timeline", args=[loser.pk])).status_code == 200
