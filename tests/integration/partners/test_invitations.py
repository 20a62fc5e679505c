"""A representative invites by mail; the person invited, and nobody else, accepts once and in time."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail as outbox
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.test import Client

from partners.invitations import services
from partners.invitations.models import Invitation
from partners.invitations.panel import panel
from partners.invitations.refusals import InvitationRefused
from partners.organisations.enums import MemberRole, OrganisationStatus
from partners.organisations.models import Membership
from tests.factories.accounts import UserFactory, confirmed_person
from tests.factories.partners import InvitationFactory, MembershipFactory
from vicinia.accounts.models import User
from vicinia.core.audit.models import AuditEntry

Commit = Callable[..., Any]
pytestmark = pytest.mark.django_db


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def link_in(message: Any) -> str:
    """The path of an invitation's link in the mail's text."""
    found = re.search(r"https?://[^/\s]+(/(?:en/)?inviti/[^/\s]+/)", message.body)
    assert found, message.body
    return found[1]


def page(response: Any) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def own() -> Membership:
    membership: Membership = MembershipFactory(user__first_name="Livia", organisation__name="Il Portone ODV")
    return membership


def test_a_colleague_accepts_from_the_mail_and_the_link_is_used_up(
    own: Membership, django_capture_on_commit_callbacks: Commit
) -> None:
    people = f"/area-riservata/enti/{own.organisation_id}/persone/"
    with django_capture_on_commit_callbacks(execute=True):
        answer = signed_in(own.user).post(
            f"{people}invita/", {"email": " Ada@Example.com ", "role": "editor"}, follow=True
        )
    assert "ada@example.com" in page(answer)
    (message,) = outbox.outbox
    assert message.to == ["ada@example.com"]
    link = link_in(message)
    assert link.split("/")[2] not in Invitation.objects.values_list("token_sha256", flat=True)

    ada = confirmed_person(email="ada@example.com")
    client = Client()
    assert f"next={link}" in page(client.get(link))
    client.force_login(ada)
    shown = client.get(link, follow=True)
    assert "Il Portone ODV" in page(shown)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(shown.redirect_chain[-1][0])
    assert own.organisation.memberships.get(user=ada).role == MemberRole.EDITOR
    assert outbox.outbox[-1].to == [own.user.email]
    for reader in (client, Client()):
        again = reader.get(link)
        assert again.status_code == 410
        assert "già stato usato" in page(again)
        assert "Portone" not in page(again)
    assert client.post(shown.redirect_chain[-1][0]).status_code == 410
    assert AuditEntry.objects.filter(action="partners.member.accepted", actor=ada).count() == 1


def test_the_link_in_the_hands_of_another_person_tells_nothing_and_gives_nothing(
    own: Membership, django_capture_on_commit_callbacks: Commit
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        invitation = services.invite(
            organisation=own.organisation, email="ada@example.com", role=MemberRole.READER, by=own.user
        )
    other = confirmed_person()
    answer = signed_in(other).get(link_in(outbox.outbox[0]))
    assert answer.status_code == 403
    assert "altro indirizzo" in page(answer)
    assert not {"ada@example.com", "Portone"} & set(page(answer).split())
    assert signed_in(other).get(f"/area-riservata/inviti/{invitation.pk}/").status_code == 404
    with pytest.raises(PermissionDenied):
        services.accept(invitation=invitation, by=other)
    # Nor who only says to have that address, without having shown it.
    with pytest.raises(PermissionDenied):
        services.accept(invitation=invitation, by=UserFactory(email="ada@example.com"))


def test_an_expired_a_withdrawn_and_an_unknown_link_say_how_to_go_on(
    own: Membership, django_capture_on_commit_callbacks: Commit
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        first, second = (
            services.invite(organisation=own.organisation, email=email, role=MemberRole.READER, by=own.user)
            for email in ("ada@example.com", "bea@example.com")
        )
    with pytest.raises(InvitationRefused, match="un’ora"):
        services.send_again(invitation=first, by=own.user)
    Invitation.objects.filter(pk=first.pk).update(expires_at=F("sent_at") - timedelta(seconds=1))
    services.revoke(invitation=second, by=own.user)
    expired, withdrawn = map(link_in, outbox.outbox)
    for link, words in (
        (expired, "è scaduto"),
        (withdrawn, "è stato ritirato"),
        ("/inviti/che-non-esiste/", "non è di un invito"),
    ):
        answer = Client().get(link)
        assert answer.status_code == 410
        assert words in page(answer)
    ada = confirmed_person(email="ada@example.com")
    with pytest.raises(InvitationRefused, match="scaduto"):
        services.accept(invitation=first, by=ada)
    assert panel(ada) is None
    # Sent again, the invitation holds by its new link alone.
    with django_capture_on_commit_callbacks(execute=True):
        services.send_again(invitation=first, by=own.user)
    assert Client().get(expired).status_code == 410
    assert Client().get(link_in(outbox.outbox[-1])).status_code == 200
    shown = panel(ada)
    assert shown is not None
    assert "Il Portone ODV" in str(shown.tasks[0].text)


@pytest.mark.parametrize(
    ("email", "words"),
    [("socia@example.com", "opera già per l’ente"), ("ada@example.com", "è già stato inviato un invito")],
)
def test_whoever_is_a_member_or_was_invited_already_is_not_invited_twice(
    own: Membership, email: str, words: str
) -> None:
    MembershipFactory(organisation=own.organisation, user__email="socia@example.com", role=MemberRole.READER)
    InvitationFactory(organisation=own.organisation, email="ada@example.com")
    answer = signed_in(own.user).post(
        f"/area-riservata/enti/{own.organisation_id}/persone/invita/", {"email": email, "role": "reader"}
    )
    assert answer.status_code == 422
    assert words in page(answer)
    assert Invitation.objects.count() == 1


def test_a_body_cannot_be_made_to_send_junk(own: Membership) -> None:
    InvitationFactory.create_batch(services.MOST_WAITING, organisation=own.organisation)
    with pytest.raises(InvitationRefused, match="20"):
        services.invite(
            organisation=own.organisation, email="a@example.com", role=MemberRole.READER, by=own.user
        )


def test_nobody_joins_a_suspended_body(own: Membership) -> None:
    ada = confirmed_person()
    invitation = InvitationFactory(organisation=own.organisation, email=ada.email)
    own.organisation.status = OrganisationStatus.SUSPENDED
    own.organisation.status_reason = "Sede chiusa."
    own.organisation.save()
    with pytest.raises(InvitationRefused, match="sospeso"):
        services.accept(invitation=invitation, by=ada)
    with pytest.raises(PermissionDenied):
        services.revoke(invitation=invitation, by=own.user)


@pytest.mark.parametrize("role", [MemberRole.EDITOR, MemberRole.READER])
def test_only_the_representative_invites(own: Membership, role: MemberRole) -> None:
    member = MembershipFactory(organisation=own.organisation, role=role)
    address = f"/area-riservata/enti/{own.organisation_id}/persone/invita/"
    assert signed_in(member.user).get(address).status_code == 403
    for wanted in MemberRole:
        with pytest.raises(PermissionDenied):
            services.invite(organisation=own.organisation, email="a@example.com", role=wanted, by=member.user)


def test_who_registered_on_behalf_of_the_representative_invites_the_representative_alone() -> None:
    editor = MembershipFactory(role=MemberRole.EDITOR)
    with pytest.raises(PermissionDenied):
        services.invite(
            organisation=editor.organisation, email="a@example.com", role=MemberRole.EDITOR, by=editor.user
        )
    invitation = services.invite(
        organisation=editor.organisation,
        email="a@example.com",
        role=MemberRole.LEGAL_REPRESENTATIVE,
        by=editor.user,
    )
    assert invitation.role == MemberRole.LEGAL_REPRESENTATIVE
