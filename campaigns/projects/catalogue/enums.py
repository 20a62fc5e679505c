"""The states of an edition, which its dates decide."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils.translation import pgettext_lazy


class EditionState(models.TextChoices):
    """Whether classes can be signed up; computed, never stored."""

    DRAFT = "draft", pgettext_lazy("edition", "in preparation")
    UPCOMING = "upcoming", pgettext_lazy("edition", "not open yet")
    OPEN = "open", pgettext_lazy("edition", "open")
    CLOSED = "closed", pgettext_lazy("edition", "closed")


def edition_state(opens_at: datetime | None, closes_at: datetime | None, now: datetime) -> EditionState:
    """Say where an edition stands at an instant: open from `opens_at`, closed from `closes_at` on."""
    if opens_at is None or closes_at is None:
        return EditionState.DRAFT
    if now < opens_at:
        return EditionState.UPCOMING
    return EditionState.OPEN if now < closes_at else EditionState.CLOSED
