"""Gathering what a request shows, and writing it once the answer has gone out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import structlog
from django.db.models import Model
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from .enums import Way

if TYPE_CHECKING:
    from vicinia.accounts.models import User

log = structlog.get_logger(__name__)
# The page, and the page that comes back because what was written is refused.
SHOWN = {200, 422}


@dataclass(frozen=True, slots=True)
class Shown:
    """An object on screen and the person whose data it shows: by account, or by e-mail address."""

    target: Model
    user_id: int | None = None
    email: str = ""
    label: str = ""


@dataclass(slots=True)
class Notes:
    """What one request has shown so far."""

    screen: str
    seen: list[tuple[Way, Shown]] = field(default_factory=list)


def note(request: HttpRequest, way: Way, shown: Iterable[Shown]) -> None:
    """Note that this request shows these objects; called by the screen that shows them."""
    notes: Notes | None = getattr(request, "_traces", None)
    if notes is None:
        match = request.resolver_match
        screen = (match.namespace or match.url_name or "") if match else ""
        notes = Notes(screen)
        request._traces = notes  # type: ignore[attr-defined]
    notes.seen.extend((way, each) for each in shown)


class TracesMiddleware:
    """Writes what the request noted when its answer has been sent, so that no list waits for it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        notes: Notes | None = getattr(request, "_traces", None)
        if notes and notes.seen and response.status_code in SHOWN:
            write_after(response, request.user, notes)  # type: ignore[arg-type]
        return response


def write_after(response: HttpResponseBase, by: User, notes: Notes) -> None:
    """Write when the server closes the answer, before it gives the database's connection back."""
    from .services import write

    # Read now: the thread may be serving another request by then.
    request_id = structlog.contextvars.get_contextvars().get("request_id", "")
    close = response.close

    def write_and_close() -> None:
        try:
            write(by=by, screen=notes.screen, seen=notes.seen, request_id=request_id)
        except Exception:
            # The answer is out already: whoever looks after the installation must know.
            log.exception("a trace of personal data seen could not be written", screen=notes.screen)
        finally:
            close()

    response.close = write_and_close  # type: ignore[method-assign]
