"""People of the same body press their buttons at the same moment."""

from __future__ import annotations

from functools import partial

import pytest

from partners.claims import services as claims
from partners.claims.enums import ClaimState
from partners.invitations.refusals import InvitationRefused
from partners.invitations.services import accept
from partners.memberships.services import LastRepresentative, leave
from partners.organisations.enums import MemberRole
from partners.organisations.models import Membership
from tests.factories.accounts import UserFactory, confirmed_person
from tests.factories.partners import ClaimFactory, InvitationFactory, MembershipFactory, OrganisationFactory
from tests.support.races import run_together
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry


@pytest.mark.sqlite
def test_two_representatives_who_leave_at_once_leave_one_behind(race_database: None) -> None:
    organisation = OrganisationFactory()
    pair = [MembershipFactory(organisation=organisation) for _person in range(2)]
    results = run_together([partial(leave, membership=each, by=each.user) for each in pair])
    assert sum(isinstance(result, LastRepresentative) for result in results) == 1, results
    assert organisation.memberships.filter(role=MemberRole.LEGAL_REPRESENTATIVE).count() == 1


@pytest.mark.sqlite
def test_an_invitation_accepted_by_two_clicks_at_once_makes_one_member(race_database: None) -> None:
    ada = confirmed_person()
    invitation = InvitationFactory(email=ada.email)
    results = run_together([partial(accept, invitation=invitation, by=ada) for _click in range(4)])
    assert sum(isinstance(result, Membership) for result in results) == 1, results
    assert sum(isinstance(result, InvitationRefused) for result in results) == 3, results


@pytest.mark.sqlite
def test_a_request_decided_by_two_together_has_one_answer(race_database: None) -> None:
    claim = ClaimFactory()
    officials = [UserFactory(role=Role.CALLS_OFFICE) for _person in range(3)]
    results = run_together(
        [
            partial(claims.refuse, claim=claim, reason="Non è socia.", by=officials[0]),
            *(partial(claims.approve, claim=claim, by=official) for official in officials[1:]),
        ]
    )
    refused = [result for result in results if isinstance(result, claims.ClaimRefused)]
    assert len(refused) == 2, results
    claim.refresh_from_db()
    is_member = claim.organisation.memberships.filter(user=claim.user).exists()
    assert is_member == (claim.state == ClaimState.APPROVED)
    assert (
        AuditEntry.objects.filter(action__in=["partners.member.approved", "partners.member.refused"]).count()
        == 1
    )
