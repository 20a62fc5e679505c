"""People of the same body press their buttons at the same moment."""

from __future__ import annotations

from functools import partial

import pytest

from partners.invitations.refusals import InvitationRefused
from partners.invitations.services import accept
from partners.memberships.services import LastRepresentative, leave
from partners.organisations.enums import MemberRole
from partners.organisations.models import Membership
from tests.factories.accounts import confirmed_person
from tests.factories.partners import InvitationFactory, MembershipFactory, OrganisationFactory
from tests.support.races import run_together


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
