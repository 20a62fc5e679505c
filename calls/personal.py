"""What calls hold about a person."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vicinia.accounts.models import User
from vicinia.accounts.personal.registry import Field, PersonalSource, Section

from .applications.models import Application


def sections(user: User) -> Iterator[Section]:
    """Return the applications that the person has started or sent; what they say is the body's."""
    rows = Application.objects.filter(Q(started_by=user) | Q(submitted_by=user))
    yield Section(
        "applications",
        _("Applications you started or sent"),
        (
            Field("call", pgettext("call", "Call")),
            Field("organisation", _("Organisation")),
            Field("number", _("Number")),
            Field("status", _("Status")),
            Field("started_at", _("Started at")),
            Field("sent_at", _("Sent at")),
        ),
        tuple(
            (
                each.call.title,
                each.organisation.name,
                each.code,
                each.get_status_display(),
                each.created_at if each.started_by_id == user.pk else None,
                each.submitted_at if each.submitted_by_id == user.pk else None,
            )
            for each in rows.select_related("call", "organisation").order_by("-created_at")
        ),
        why=_("They belong to the body; your name says who wrote and sent them (L. 241/1990, art. 18-bis)."),
    )


SOURCE = PersonalSource(
    sections,
    told=frozenset({"calls.Application.started_by", "calls.Application.submitted_by"}),
    not_told={
        "calls.Call.responsible": "Published with the call: who is in charge of it (L. 241/1990 art. 5)."
    },
)
