"""The link by which an institute confirms a person: sent to the registry's address, valid once."""

from __future__ import annotations

from datetime import datetime, timedelta

from partners.schools.models import School, SchoolContact
from vicinia.core import mail
from vicinia.core.clock import database_now
from vicinia.core.tokens import digest, new_token

VALID_FOR = timedelta(days=7)
# Mails are in the institute's language, that of the registry.
LANGUAGE = "it"
# So many an address gets in a day, whoever asks: the others wait for the office.
MOST_TO_ONE_ADDRESS = 20
A_DAY = timedelta(days=1)


def registry_address(school: School) -> str:
    """Return where the registry says that the institute is reached; never what a person typed."""
    institute = school.institute
    known = (institute.email, institute.pec) if institute else ()
    return next(filter(None, (*known, school.email, school.pec)), "")


def expires_at(contact: SchoolContact) -> datetime | None:
    """Return until when the link that was sent last is valid."""
    return contact.link_sent_at + VALID_FOR if contact.link_sent_at else None


def send_link(contact: SchoolContact) -> bool:
    """Send a new link, which replaces the one before; tell whether there was somebody to send it to.

    The caller holds the contact's row and saves nothing else of it meanwhile.
    """
    now, address = database_now(), registry_address(contact.school)
    lately = SchoolContact.objects.filter(link_sent_to=address, link_sent_at__gt=now - A_DAY)
    if not address or lately.count() >= MOST_TO_ONE_ADDRESS:
        return False
    token = new_token()
    contact.link_hash, contact.link_sent_to, contact.link_sent_at = digest(token), address, now
    contact.links_sent += 1
    contact.save(update_fields=["link_hash", "link_sent_to", "link_sent_at", "links_sent"])
    context = {
        "contact": contact,
        "school": contact.school,
        "person": contact.user,
        "expires": now + VALID_FOR,
        "action_url": mail.link("partners:school_confirm", token, language=LANGUAGE),
    }
    mail.send("schools/confirm_access", to=[address], context=context, language=LANGUAGE)
    return True


def contact_of(token: str) -> SchoolContact | None:
    """Return whose link it is, whatever became of the request; None when no such link was the last sent."""
    rows = SchoolContact.objects.select_related("school__institute", "user")
    return rows.filter(link_hash=digest(token)).first()
