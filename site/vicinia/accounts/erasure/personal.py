"""The person's own requests, among the data held about them."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vicinia.accounts.models import User
from vicinia.accounts.personal.registry import Field, Section

from .models import ErasureRequest


def request_sections(user: User) -> Iterator[Section]:
    """Return what the person asked and what the office answered."""
    rows = ErasureRequest.objects.filter(user=user)
    yield Section(
        "erasure_requests",
        _("Your requests of deletion"),
        (
            Field("asked_at", _("Asked at")),
            Field("state", _("State")),
            Field("settled_at", _("Settled at")),
            Field("reason", _("Reason of the refusal"), is_long_text=True),
        ),
        tuple((each.asked_at, each.get_state_display(), each.settled_at, each.reason) for each in rows),
        why=_("To show that we answered in time (GDPR, art. 12(3))."),
    )
