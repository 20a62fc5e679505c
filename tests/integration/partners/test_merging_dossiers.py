"""Two bodies become one: their documents and mandates too."""

from __future__ import annotations

import pytest

from partners.dossier.enums import CheckStatus, DocumentType
from partners.dossier.models import DossierVersion
from partners.dossier.queries import entry_of
from partners.dossier.services import approve_version
from partners.memberships.mandates import counting_mandate
from partners.memberships.services import give_mandate
from partners.merging import services
from partners.organisations.enums import MemberRole
from tests.factories.accounts import UserFactory
from tests.factories.dossiers import approved, uploaded
from tests.factories.partners import MembershipFactory, OrganisationFactory
from tests.support.bodies import everything_of_bodies
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core.clock import database_day

pytestmark = pytest.mark.django_db


@pytest.fixture
def official() -> User:
    user: User = UserFactory(role=Role.CALLS_OFFICE)
    return user


@pytest.mark.sqlite
def test_a_document_that_both_have_holds_the_versions_of_both_and_undone_each_has_its_own(
    official: User,
) -> None:
    winner, loser = (MembershipFactory().organisation for _body in range(2))
    delegate = MembershipFactory(organisation=loser, role=MemberRole.EDITOR)
    oldest, older = approved(loser), uploaded(winner)
    newest = uploaded(loser)
    mandates = [approved(body, DocumentType.MANDATE) for body in (winner, loser)]
    give_mandate(membership=delegate, mandate=mandates[1], by=loser.memberships.order_by("pk")[0].user)
    before = everything_of_bodies()
    record = services.merge_organisations(winner=winner, loser=loser, take=[], by=official)
    insurance = entry_of(winner, DocumentType.INSURANCE, database_day())
    assert [(each.pk, each.number, each.status) for each in insurance.versions] == [
        (newest.pk, 3, CheckStatus.TO_CHECK),
        (older.pk, 1, CheckStatus.REPLACED),
        (oldest.pk, 2, CheckStatus.VALID),
    ]
    assert not DossierVersion.objects.filter(document__organisation=loser).exists()
    # Who signed for the one that went signs for the one that stays.
    delegate.refresh_from_db()
    assert counting_mandate(delegate, database_day()) == mandates[1]
    services.undo_merge(record=record, by=official)
    assert everything_of_bodies() == before


def test_what_was_decided_or_brought_since_a_merge_stays_so_when_it_is_undone(official: User) -> None:
    winner, loser = (MembershipFactory().organisation for _body in range(2))
    older, newer = uploaded(winner), uploaded(loser)
    record = services.merge_organisations(winner=winner, loser=loser, take=[], by=official)
    newer.refresh_from_db()
    approve_version(version=newer, by=official)
    latest = uploaded(winner)
    services.undo_merge(record=record, by=official)
    found = {each.pk: each for each in DossierVersion.objects.select_related("document")}
    told = [(found[each.pk].document.organisation, found[each.pk].status) for each in (older, newer, latest)]
    assert told == [
        (winner, CheckStatus.REPLACED),
        (loser, CheckStatus.VALID),
        (winner, CheckStatus.TO_CHECK),
    ]


def test_who_represents_the_other_body_represents_the_one_that_stays_and_undone_has_the_mandate_again(
    official: User,
) -> None:
    winner, loser = OrganisationFactory(), OrganisationFactory()
    representative, person = MembershipFactory(organisation=winner), UserFactory()
    delegate = MembershipFactory(organisation=winner, user=person, role=MemberRole.EDITOR)
    MembershipFactory(organisation=loser, user=person)
    mandate = approved(winner, DocumentType.MANDATE, by=representative.user)
    give_mandate(membership=delegate, mandate=mandate, by=representative.user)
    before = everything_of_bodies()
    record = services.merge_organisations(winner=winner, loser=loser, take=[], by=official)
    delegate.refresh_from_db()
    assert (delegate.role, delegate.mandate) == (MemberRole.LEGAL_REPRESENTATIVE, None)
    services.undo_merge(record=record, by=official)
    assert everything_of_bodies() == before


@pytest.mark.sqlite
def test_what_was_brought_to_a_document_that_had_followed_stays_with_the_one_that_stays(
    official: User,
) -> None:
    winner, loser = (MembershipFactory().organisation for _body in range(2))
    old = approved(loser, DocumentType.IDENTITY)
    record = services.merge_organisations(winner=winner, loser=loser, take=[], by=official)
    new = uploaded(winner, DocumentType.IDENTITY)
    services.undo_merge(record=record, by=official)
    found = {each.pk: each for each in DossierVersion.objects.select_related("document__organisation")}
    assert [found[each.pk].document.organisation for each in (old, new)] == [loser, winner]
