"""Telling a person why they are not inside, on a page of its own that can be reloaded."""

from __future__ import annotations

from typing import Any

import structlog
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation

from .refusals import Reason

log = structlog.get_logger(__name__)
SESSION_KEY = "identity_refusal"


def refuse(
    request: HttpRequest, reason: Reason, state: dict[str, Any] | None = None, *, why: str = ""
) -> HttpResponse:
    """Remember the reason and go to its page, in the language that the person had left from.

    `why` is for the log, in technicians' words; it holds nothing of the person.
    """
    state = state or {}
    log.warning("identity refused", reason=reason.value, why=why)
    request.session[SESSION_KEY] = {"reason": reason.value, "next": state.get("next") or ""}
    with translation.override(state.get("language") or translation.get_language()):
        return redirect("identity_refused")


def last_refusal(request: HttpRequest) -> tuple[Reason, str] | None:
    """Return the reason of this session's last refusal and where the person was going."""
    kept = request.session.get(SESSION_KEY)
    if not isinstance(kept, dict):
        return None
    return Reason(kept["reason"]), str(kept["next"])


def was_too_low(request: HttpRequest) -> bool:
    """Tell whether the last attempt of this session failed by its level."""
    refusal = last_refusal(request)
    return refusal is not None and refusal[0] is Reason.LEVEL


def forget(request: HttpRequest) -> None:
    """The broker has proven the person: nothing is left to tell."""
    request.session.pop(SESSION_KEY, None)
