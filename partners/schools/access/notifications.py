"""The mails that tell a person what became of a request."""

from __future__ import annotations

from partners.schools.events import SchoolAccessConfirmed, SchoolAccessRefused
from partners.schools.models import SchoolContact
from vicinia.core import events, mail


@events.on(SchoolAccessConfirmed)
def say_it_is_confirmed(event: SchoolAccessConfirmed) -> None:
    """The person can sign classes up."""
    _send("access_confirmed", event.contact_id)


@events.on(SchoolAccessRefused)
def say_it_is_refused(event: SchoolAccessRefused) -> None:
    """The person cannot, or no longer: with the reason and the way out."""
    _send("access_refused", event.contact_id)


def _send(name: str, contact_id: int) -> None:
    contact = SchoolContact.objects.select_related("school", "user").get(pk=contact_id)
    language = contact.user.language
    context = {
        "contact": contact,
        "school": contact.school,
        "action_url": mail.link("partners:school", contact.school_id, language=language),
    }
    mail.send(f"schools/{name}", to=[contact.user.email], context=context, language=language)
