"""What the body sees of the office's questions."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.organisations.models import Membership, Organisation
from partners.organisations.queries import organisations_acted_for
from partners.organisations.way import way_through
from vicinia.accounts.models import User
from vicinia.core.components import Crumb, Hero, TimelineEntry
from vicinia.core.formats import long_datetime
from vicinia.core.reserved_area import Panel, Task

from .models import VerificationMessage
from .queries import asked, messages_of, waits_for_body


def messages(own: Membership, form: Any, *, may_write: bool) -> dict[str, Any]:
    """The messages between a body and the office, with the answer to write."""
    organisation = own.organisation
    return {
        "form": form if may_write else None,
        "organisation": organisation,
        "entries": [entry(each, organisation) for each in messages_of(organisation)],
        "is_waited_for": waits_for_body(organisation),
        "breadcrumbs": way_through(organisation, Crumb(_("Messages with the office"))),
        "hero": Hero(
            _("Messages with the office"),
            kicker=organisation.name,
            summary=_("What the office asks while it checks the body's data, and your answers."),
        ),
    }


def entry(message: VerificationMessage, organisation: Organisation) -> TimelineEntry:
    """A message as a line of the conversation."""
    who = _("The office") if message.is_from_office else str(message.author or organisation.name)
    return TimelineEntry(date_text=long_datetime(message.sent_at), title=who, text=message.text)


def panel(user: User) -> Panel | None:
    """A task for each body that the office waits for and the person may answer for."""
    tasks = tuple(
        Task(
            text=_("The office has a question about %(name)s.") % {"name": each.name},
            url=reverse("partners:messages", args=[each.pk]),
            button=_("Read and answer"),
        )
        for each in asked(organisations_acted_for(user))
    )
    return Panel(title=_("Messages with the office"), tasks=tasks) if tasks else None
