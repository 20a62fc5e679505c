"""What calls tell of a body's past: the applications that it sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vicinia.accounts.models import User
from vicinia.core.body_timeline import Happening, Source

from .models import Application

KIND = "applications"


def tell(bodies: Sequence[int], viewer: User) -> Iterator[Happening]:
    """Tell what has a number: drafts belong to who writes them. Nothing to who does not read applications."""
    if not viewer.has_perm("calls.view_application"):
        return
    rows = Application.objects.filter(organisation__in=bodies, submitted_at__isnull=False)
    for application in rows.select_related("call", "submitted_by"):
        assert application.submitted_at is not None  # noqa: S101 - asked for above
        yield Happening(
            at=application.submitted_at,
            kind=KIND,
            title=_("Application %(number)s sent") % {"number": application.code},
            text=application.call.title,
            by=str(application.submitted_by or ""),
            state=application.get_status_display().capitalize(),
            url=reverse("applications_office:inspect", args=[application.pk]),
        )


SOURCE = Source({KIND: gettext_lazy("Applications to calls")}, tell)
