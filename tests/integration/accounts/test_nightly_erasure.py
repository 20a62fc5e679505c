"""What every night forgets: unused accounts, settled links; a deletion that fails stops no other."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from partners.claims.enums import ClaimState
from partners.claims.models import Claim
from partners.invitations.enums import InvitationState
from partners.invitations.models import Invitation
from partners.retention import forget_claims, forget_invitations
from tests.factories.accounts import confirmed_person
from tests.factories.documents import pdf_bytes, upload
from tests.factories.partners import ClaimFactory, InvitationFactory, MembershipFactory
from vicinia.accounts.erasure.models import ErasureRequest
from vicinia.accounts.erasure.services import (
    ask_erasure,
    carry_out,
    close_unused,
)
from vicinia.accounts.erasure.tasks import ErasureFailed, carry_out_due
from vicinia.accounts.erasure.unused import close_unused_accounts
from vicinia.accounts.models import User
from vicinia.core.files.kinds import PDF
from vicinia.core.files.models import StoredFile
from vicinia.core.files.services import store_upload

pytestmark = pytest.mark.django_db


def due(request: ErasureRequest) -> ErasureRequest:
    """The same request, whose day has come."""
    ErasureRequest.objects.filter(pk=request.pk).update(due_at=timezone.now() - timedelta(minutes=1))
    return ErasureRequest.objects.get(pk=request.pk)


def test_settled_invitations_and_requests_are_forgotten_after_their_term() -> None:
    now, term = timezone.now(), timedelta(days=360)
    long_ago = now - timedelta(days=400)
    answered = {"state": InvitationState.REVOKED, "ended_at": long_ago}
    gone = [InvitationFactory(**answered), InvitationFactory(sent_at=long_ago, expires_at=long_ago)]
    kept = [InvitationFactory(), InvitationFactory(state=InvitationState.REVOKED, ended_at=now)]
    assert forget_invitations(term) == len(gone)
    assert set(Invitation.objects.all()) == set(kept)
    proof = store_upload(upload=upload(pdf_bytes(), "delega.pdf"), kinds=(PDF,), by=None)
    decided = {"decided_at": long_ago, "state": ClaimState.APPROVED}
    ended = ClaimFactory(**decided, proof=proof)
    acting = ClaimFactory(**decided)
    MembershipFactory(organisation=acting.organisation, user=acting.user)
    waiting = ClaimFactory()
    assert forget_claims(term) == 1
    assert set(Claim.objects.all()) == {acting, waiting}
    assert not Claim.objects.filter(pk=ended.pk).exists()
    assert not StoredFile.objects.filter(pk=proof.pk).exists()


def test_an_unused_account_is_warned_and_goes_a_month_later_unless_the_person_comes_back(
    django_capture_on_commit_callbacks: Any,
) -> None:
    now, term = timezone.now(), timedelta(days=720)
    asleep, back = (confirmed_person(date_joined=now - timedelta(days=700)) for _each in range(2))
    confirmed_person(date_joined=now - timedelta(days=600))
    with django_capture_on_commit_callbacks(execute=True):
        assert close_unused_accounts(term) == 0
    assert {each.to[0] for each in mail.outbox} == {asleep.email, back.email}
    warned = now - timedelta(days=31)
    User.objects.filter(pk__in=[asleep.pk, back.pk]).update(
        closing_warned_at=warned, date_joined=now - timedelta(days=731)
    )
    User.objects.filter(pk=back.pk).update(last_login=now - timedelta(days=1))
    assert close_unused_accounts(term) == 1
    assert not User.objects.get(pk=asleep.pk).is_active
    assert User.objects.get(pk=back.pk).is_active


def test_who_comes_back_while_unused_accounts_are_being_closed_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    now, long_ago = timezone.now(), timedelta(days=731)
    for days in (3, 2, 1):
        confirmed_person(date_joined=now - long_ago - timedelta(days=days))
    User.objects.update(closing_warned_at=now - timedelta(days=31))
    first, back, asking = User.objects.order_by("date_joined")

    def closing(*, user: User, seen_before: datetime) -> ErasureRequest:
        if user == first:
            User.objects.filter(pk=back.pk).update(last_login=timezone.now())
            ask_erasure(user=asking, by=asking)
        return close_unused(user=user, seen_before=seen_before)

    monkeypatch.setattr("vicinia.accounts.erasure.unused.close_unused", closing)
    assert close_unused_accounts(timedelta(days=720)) == 1
    assert set(User.objects.filter(is_active=True)) == {back, asking}


def test_a_deletion_that_fails_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    broken, whole = (confirmed_person() for _each in range(2))
    requests = [due(ask_erasure(user=each, by=each)) for each in (broken, whole)]

    def carrying(*, request: ErasureRequest) -> ErasureRequest:
        if request == requests[0]:
            raise LookupError("a step that does not work")
        return carry_out(request=request)

    monkeypatch.setattr("vicinia.accounts.erasure.tasks.carry_out", carrying)
    with pytest.raises(ErasureFailed, match=str(requests[0].pk)):
        carry_out_due.func()
    assert set(User.objects.filter(is_active=True)) == {broken}
