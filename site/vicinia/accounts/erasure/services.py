"""Asking to be deleted, changing one's mind, refusing, carrying out."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from vicinia.accounts.models import User
from vicinia.accounts.services import hold_person
from vicinia.core import audit
from vicinia.core.clock import database_now
from vicinia.core.state import StepRefused

from . import mails
from .enums import ERASURE_STEPS, ErasureOrigin, ErasureState
from .models import ErasureRequest
from .queries import obstacles, waiting_request
from .registry import steps

# GDPR art. 12(3): an answer within a month.
ANSWER_WITHIN = timedelta(days=30)
ACCOUNT = "account"


class StillUsed(Exception):
    """The account is not to be closed by itself: the person has come back, or asked for it themselves."""


class NotYet(ValidationError):
    """Something must be settled first; the messages say what."""


def ask_erasure(*, user: User, by: User) -> ErasureRequest:
    """Note that a person asks to be deleted; asking again returns the request that waits.

    Raises NotYet when the person must first settle something.
    """
    with transaction.atomic():
        locked = hold_person(user)
        waiting = waiting_request(locked)
        if waiting:
            return waiting
        require_free(locked)
        now = database_now()
        request = ErasureRequest.objects.create(
            user=locked,
            asked_at=now,
            due_at=now + timedelta(days=settings.ERASURE_GRACE_DAYS),
            answer_by=now + ANSWER_WITHIN,
        )
        audit.record("accounts.erasure_request.asked", by=by, target=request)
        mails.asked(request)
    return request


def require_free(user: User) -> None:
    """Raise NotYet with all that holds the person."""
    found = obstacles(user)
    if found:
        raise NotYet([str(obstacle.text) for obstacle in found], code="not_yet")


def withdraw_erasure(*, request: ErasureRequest, by: User) -> ErasureRequest:
    """Let the person change their mind. Raises StepRefused when the request is settled already."""
    with transaction.atomic():
        locked = _locked(request)
        _settle(locked, ErasureState.WITHDRAWN)
        audit.record("accounts.erasure_request.withdrawn", by=by, target=locked)
        mails.withdrawn(locked)
    return locked


def refuse_erasure(
    *, request: ErasureRequest, refused: Collection[str], reason: str, by: User
) -> ErasureRequest:
    """Refuse some steps (by key), or all with "account"; the person reads the reason (GDPR art. 12(4)).

    A request of which only a part is refused still waits for its day. Raises StepRefused, ValidationError.
    """
    unknown = set(refused) - {*(key for key, _step in steps.items()), ACCOUNT}
    if unknown or not refused or not reason.strip():
        raise ValidationError(_("Choose what is not deleted and write the reason: the person reads it."))
    with transaction.atomic():
        locked = _locked(request)
        if not locked.is_waiting:
            ERASURE_STEPS.require(ErasureState(locked.state), ErasureState.REFUSED)
        locked.refused_steps, locked.reason = sorted(refused), reason.strip()
        locked.save(update_fields=["refused_steps", "reason"])
        if ACCOUNT in refused:
            _settle(locked, ErasureState.REFUSED)
        audit.record("accounts.erasure_request.refused", by=by, target=locked, parts=locked.refused_steps)
        mails.refused(locked)
    return locked


def carry_out(*, request: ErasureRequest, by: User | None = None) -> ErasureRequest:
    """Delete and anonymise in one transaction, after which the person cannot sign in.

    The person's row is locked first, as by everything that writes in their name: what they were sending
    in that moment is either there before, or refused. Raises NotYet, StepRefused when it is not its time.
    """
    with transaction.atomic():
        locked = _locked(request)
        user = locked.user
        ERASURE_STEPS.require(ErasureState(locked.state), ErasureState.CARRIED_OUT)
        if locked.due_at > database_now():
            raise StepRefused(_("It is not time yet: the person can still change their mind."))
        require_free(user)
        # Before the address goes.
        mails.done(locked, to=user.email, language=user.language)
        for key, step in steps.items():
            if key not in locked.refused_steps:
                step.erase(user)
        _settle(locked, ErasureState.CARRIED_OUT)
        locked.user = user
        audit.record("accounts.erasure_request.carried_out", by=by, target=locked, origin=locked.origin)
    return locked


def close_unused(*, user: User, seen_before: datetime) -> ErasureRequest:
    """Delete the account of a person who was warned and has not signed in since `seen_before`.

    Raises StillUsed, NotYet, and PermissionDenied when the account is closed already.
    """
    with transaction.atomic():
        locked = hold_person(user)
        # Under the lock: whoever signed in since the list was made has come back.
        if (locked.last_login or locked.date_joined) >= seen_before or waiting_request(locked):
            raise StillUsed
        now = database_now()
        request = ErasureRequest.objects.create(
            user=locked, origin=ErasureOrigin.UNUSED, asked_at=now, due_at=now, answer_by=now + ANSWER_WITHIN
        )
        return carry_out(request=request)


def _locked(request: ErasureRequest) -> ErasureRequest:
    """Lock the person, then the request: the trail's entry needs the person's row, whoever writes it.

    The key stays free (`no_key`): what is written elsewhere with a link to the person waits for nobody.
    """
    User.objects.select_for_update(no_key=True).get(pk=request.user_id)
    return ErasureRequest.objects.select_for_update(of=("self",)).select_related("user").get(pk=request.pk)


def _settle(locked: ErasureRequest, state: ErasureState) -> None:
    ERASURE_STEPS.require(ErasureState(locked.state), state)
    locked.state, locked.settled_at = state, database_now()
    locked.save(update_fields=["state", "settled_at"])
