"""Who decides on the people of a body, and the last legal representative who cannot go."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from django.core import mail as outbox
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from partners.memberships import services
from partners.memberships.services import LastRepresentative
from partners.organisations.enums import MemberRole, OrganisationStatus
from partners.organisations.models import Membership
from tests.factories.partners import MembershipFactory
from vicinia.accounts.erasure.services import NotYet, ask_erasure
from vicinia.accounts.models import User
from vicinia.core.audit.models import AuditEntry

pytestmark = pytest.mark.django_db
REPRESENTATIVE, EDITOR, READER = MemberRole.LEGAL_REPRESENTATIVE, MemberRole.EDITOR, MemberRole.READER


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def people_url(membership: Membership, rest: str = "") -> str:
    return f"/area-riservata/enti/{membership.organisation_id}/persone/{rest}"


@pytest.fixture
def own() -> Membership:
    membership: Membership = MembershipFactory()
    return membership


@pytest.fixture
def colleague(own: Membership) -> Membership:
    membership: Membership = MembershipFactory(organisation=own.organisation, role=EDITOR)
    return membership


def roles(membership: Membership) -> set[tuple[int, str]]:
    return set(membership.organisation.memberships.values_list("user_id", "role"))


def test_the_last_representative_cannot_go_be_taken_off_or_step_down(
    own: Membership, colleague: Membership
) -> None:
    before = roles(own)
    for attempt in (
        partial(services.leave, membership=own, by=own.user),
        partial(services.remove_member, membership=own, by=own.user),
        partial(services.change_role, membership=own, role=EDITOR, by=own.user),
    ):
        with pytest.raises(LastRepresentative, match="l’unico"):
            attempt()
    answer = signed_in(own.user).post(people_url(own, "lascia/"))
    assert answer.status_code == 422
    assert "l’unico" in answer.content.decode()
    assert roles(own) == before
    assert not AuditEntry.objects.filter(action__startswith="partners.member.").exists()


def test_a_closed_account_represents_nobody(own: Membership, colleague: Membership) -> None:
    colleague.user.is_active = False
    colleague.user.save()
    with pytest.raises(ValidationError, match="chiuso il suo account"):
        services.hand_over(membership=colleague, keep=READER, by=own.user)
    Membership.objects.filter(pk=colleague.pk).update(role=REPRESENTATIVE)
    with pytest.raises(LastRepresentative):
        services.leave(membership=own, by=own.user)
    with pytest.raises(NotYet):
        ask_erasure(user=own.user, by=own.user)


def test_a_representative_hands_over_and_can_then_leave(
    own: Membership, colleague: Membership, django_capture_on_commit_callbacks: Any
) -> None:
    client = signed_in(own.user)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            people_url(own, f"{colleague.pk}/"), {"role": REPRESENTATIVE, "hands_over": "on"}, follow=True
        )
    assert roles(own) == {(own.user_id, EDITOR), (colleague.user_id, REPRESENTATIVE)}
    # The new representative is told; who handed over knows.
    assert [message.to for message in outbox.outbox] == [[colleague.user.email]]
    assert client.get(people_url(own, f"{colleague.pk}/")).status_code == 403
    assert client.post(people_url(own, "lascia/"))["Location"] == "/area-riservata/"
    assert roles(own) == {(colleague.user_id, REPRESENTATIVE)}


def test_who_is_taken_off_no_longer_sees_the_body_and_reads_it_in_a_mail(
    own: Membership, colleague: Membership, django_capture_on_commit_callbacks: Any
) -> None:
    client = signed_in(own.user)
    confirmation = client.get(people_url(own, f"{colleague.pk}/togli/")).content.decode()
    assert "Quello che ha scritto resta" in confirmation
    with django_capture_on_commit_callbacks(execute=True):
        client.post(people_url(own, f"{colleague.pk}/togli/"))
    assert signed_in(colleague.user).get(people_url(own)).status_code == 404
    assert outbox.outbox[0].to == [colleague.user.email]
    entry = AuditEntry.objects.get(action="partners.member.removed")
    assert entry.data == {"person": str(colleague.user), "role": EDITOR}


@pytest.mark.parametrize("role", [EDITOR, READER])
def test_other_members_see_the_people_and_decide_nothing(own: Membership, role: MemberRole) -> None:
    member = MembershipFactory(organisation=own.organisation, role=role)
    client = signed_in(member.user)
    shown = client.get(people_url(own)).content.decode()
    assert own.user.email in shown
    assert people_url(own, "invita/") not in shown
    assert client.get(people_url(own, f"{own.pk}/")).status_code == 403
    for attempt in (
        partial(services.change_role, membership=member, role=REPRESENTATIVE, by=member.user),
        partial(services.hand_over, membership=member, keep=EDITOR, by=member.user),
        partial(services.remove_member, membership=own, by=member.user),
    ):
        with pytest.raises(PermissionDenied):
            attempt()
    with pytest.raises(ValidationError):
        services.leave(membership=own, by=member.user)


def test_the_people_of_a_suspended_body_change_nothing_but_may_leave(
    own: Membership, colleague: Membership
) -> None:
    own.organisation.status = OrganisationStatus.SUSPENDED
    own.organisation.status_reason = "Sede chiusa."
    own.organisation.save()
    with pytest.raises(PermissionDenied):
        services.change_role(membership=colleague, role=READER, by=own.user)
    services.leave(membership=colleague, by=colleague.user)
    assert roles(own) == {(own.user_id, REPRESENTATIVE)}


def test_a_person_of_another_body_is_not_there(own: Membership) -> None:
    other = MembershipFactory()
    assert signed_in(own.user).get(people_url(own, f"{other.pk}/")).status_code == 404


def test_a_wrong_role_changes_nothing(own: Membership, colleague: Membership) -> None:
    client = signed_in(own.user)
    for data in ({"role": "re"}, {"role": ""}, {"role": EDITOR, "hands_over": "on"}):
        assert client.post(people_url(own, f"{colleague.pk}/"), data).status_code == 422
    assert roles(own) == {(own.user_id, REPRESENTATIVE), (colleague.user_id, EDITOR)}


@pytest.mark.parametrize("count", [1, 20])
def test_the_list_of_people_asks_the_same_for_one_and_for_twenty(
    own: Membership, count: int, django_assert_max_num_queries: Any
) -> None:
    MembershipFactory.create_batch(count, organisation=own.organisation, role=READER)
    client = signed_in(own.user)
    client.get(people_url(own))
    with django_assert_max_num_queries(10):
        client.get(people_url(own))
