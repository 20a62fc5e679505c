"""Reads about notices for volunteers."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from partners.profiles.queries import listed
from vicinia.core.clock import midnight
from vicinia.core.page_cache import changes_at

from .models import VolunteerNotice


def public_notices() -> QuerySet[VolunteerNotice]:
    """Return the notices that everybody reads today: of bodies in the directory, the next to expire first."""
    notices = VolunteerNotice.objects.open_on(timezone.localdate()).filter(organisation__in=listed())
    return notices.select_related("organisation")


def notices_of(organisation_id: int) -> list[VolunteerNotice]:
    """Return a body's notices that hold today; a page that shows them changes when the first expires."""
    notices = list(VolunteerNotice.objects.open_on(timezone.localdate()).filter(organisation=organisation_id))
    note_expiry(notices)
    return notices


def note_expiry(notices: list[VolunteerNotice]) -> None:
    """Tell the page being rendered when the first of these notices expires."""
    for notice in notices:
        changes_at(midnight(notice.expires_on + timedelta(days=1)))
