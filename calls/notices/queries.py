"""Reading calls: which are open, how much time is left, what changes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Case, Q, QuerySet, Value, When
from django.utils import timezone

from vicinia.core.components import Image
from vicinia.core.pages.pictures import card_images
from vicinia.core.pages.published import in_best_language, list_url, published

from .enums import CallStatus
from .models import Call
from .pages import CallPage, CallsIndexPage
from .window import Window, WindowState


@dataclass(frozen=True, slots=True)
class CallSummary:
    """A published call as lists show it; `budget` in euro, `days_left` counted on the local calendar."""

    id: int
    title: str
    summary: str
    url: str
    budget: Decimal
    opens_at: datetime
    closes_at: datetime
    state: WindowState
    days_left: int
    days_to_opening: int
    is_revoked: bool
    image: Image | None


def public_call_pages() -> QuerySet[CallPage]:
    """Return the pages of published calls in the active language, the last to open first."""
    return ordered(published(announced_pages()))


def announced_pages() -> QuerySet[CallPage]:
    """Return the pages of calls that are no draft, in whatever language."""
    return CallPage.objects.exclude(call__status=CallStatus.DRAFT)  # type: ignore[no-any-return]


def ordered(pages: QuerySet[CallPage]) -> QuerySet[CallPage]:
    """Return the pages with what lists show of them, the last to open first."""
    return pages.select_related("call", "locale").order_by("-call__opens_at", "pk")


def calls_url() -> str:
    """Return the address of the list of calls."""
    return list_url(CallsIndexPage)


def in_state(pages: QuerySet[CallPage], state: str, now: datetime) -> QuerySet[CallPage]:
    """Keep the pages of calls that are open (closing soon too), coming or closed at an instant."""
    published = Q(call__status=CallStatus.PUBLISHED)
    if state == WindowState.OPEN:
        return pages.filter(published, call__opens_at__lte=now, call__closes_at__gt=now).order_by(
            "call__closes_at", "pk"
        )
    if state == WindowState.UPCOMING:
        return pages.filter(published, call__opens_at__gt=now).order_by("call__opens_at", "pk")
    if state == WindowState.CLOSED:
        return pages.filter(~published | Q(call__closes_at__lte=now))
    # Everything: what is open before what comes, what comes before what is over.
    rank = Case(
        When(~published | Q(call__closes_at__lte=now), then=Value(2)),
        When(call__opens_at__gt=now, then=Value(1)),
        default=Value(0),
    )
    ranked: QuerySet[CallPage] = pages.annotate(rank=rank)
    return ranked.order_by("rank", "-call__opens_at", "pk")


def open_calls(now: datetime, limit: int | None = None) -> tuple[CallSummary, ...]:
    """Return the calls open now, the first to close before."""
    return summaries(in_state(public_call_pages(), WindowState.OPEN, now)[:limit], now)


def calls_to_apply_to(now: datetime) -> tuple[CallSummary, ...]:
    """Return the calls open now; those that are only in the default language too, since one can apply."""
    return summaries(in_state(ordered(in_best_language(announced_pages())), WindowState.OPEN, now), now)


def summaries(pages: Sequence[CallPage] | QuerySet[CallPage], now: datetime) -> tuple[CallSummary, ...]:
    """Return what lists show of some pages; two queries for any number of them."""
    rows = list(pages)
    return tuple(_summary(page, image, now) for page, image in zip(rows, card_images(rows), strict=True))


def next_change_at(now: datetime) -> datetime | None:
    """Return the next instant at which any published call opens, closes or loses a day, or None."""
    rows = Call.objects.filter(status=CallStatus.PUBLISHED, closes_at__gt=now).values_list(
        "opens_at", "closes_at"
    )
    zone = timezone.get_default_timezone()
    changes = [Window(opens_at, closes_at).next_change(now, zone) for opens_at, closes_at in rows]
    return min((change for change in changes if change), default=None)


def window_change(call: Call, now: datetime) -> datetime | None:
    """Return the next instant at which one call's page changes by itself, or None."""
    if call.status != CallStatus.PUBLISHED:
        return None
    return call.window.next_change(now, timezone.get_default_timezone())


def _summary(page: CallPage, image: Image | None, now: datetime) -> CallSummary:
    call, zone = page.call, timezone.get_default_timezone()
    return CallSummary(
        id=call.pk,
        title=page.title,
        summary=page.summary,
        url=page.url or "",
        budget=call.budget,
        opens_at=call.opens_at,
        closes_at=call.closes_at,
        state=call.window.state(now, zone),
        days_left=call.window.days_left(now, zone),
        days_to_opening=call.window.days_to_opening(now, zone),
        is_revoked=call.status == CallStatus.REVOKED,
        image=image,
    )
