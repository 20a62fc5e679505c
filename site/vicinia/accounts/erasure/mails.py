"""What the person is written about their request."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import translation

from vicinia.accounts.models import User
from vicinia.core import mail
from vicinia.core.formats import long_date

from .enums import ErasureState
from .models import ErasureRequest
from .registry import steps


def asked(request: ErasureRequest) -> None:
    """The request has arrived, and how to take it back."""
    _send("asked", request, day=request.due_at)


def withdrawn(request: ErasureRequest) -> None:
    """Everything stays as it was."""
    _send("withdrawn", request)


def refused(request: ErasureRequest) -> None:
    """What is not deleted, why, and to whom one may complain (GDPR art. 12(4))."""
    with translation.override(request.user.language):
        kept = [str(step.title) for key, step in steps.items() if key in request.refused_steps]
    _send(
        "refused",
        request,
        day=request.due_at,
        kept=kept,
        reason=request.reason,
        is_whole=request.state == ErasureState.REFUSED,
    )


def done(request: ErasureRequest, *, to: str, language: str) -> None:
    """The last mail that the person receives from here."""
    mail.send("erasure/done", to=[to], context={"origin": request.origin}, language=language)


def unused(user: User, *, day: datetime) -> None:
    """The account will go unless the person comes back."""
    language = user.language
    with translation.override(language):
        context = {"day": long_date(day), "url": mail.link("account_login", language=language)}
    mail.send("erasure/unused", to=[user.email], context=context, language=language)


def _send(template: str, request: ErasureRequest, *, day: datetime | None = None, **context: Any) -> None:
    user = request.user
    with translation.override(user.language):
        full = {
            **context,
            "day": long_date(day) if day else "",
            "url": mail.link("personal:my_data_deletion", language=user.language),
        }
    mail.send(f"erasure/{template}", to=[user.email], context=full, language=user.language)
