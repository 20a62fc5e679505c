"""What a person sees of the schools they act for, or asked to."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.schools.enums import Capacity, ContactStatus
from partners.schools.models import School, SchoolContact
from partners.schools.queries import contacts_of
from partners.schools.referents.models import Referent
from partners.schools.referents.queries import (
    confirmation_deadline,
    is_late,
    latest_of_each,
    referent_of,
    to_confirm_again,
)
from partners.schools.school_years import this_school_year
from partners.schools.screens import facts
from partners.schools.succession.queries import previous_of
from vicinia.accounts.models import User
from vicinia.core.components import (
    Badge,
    BadgeLevel,
    Button,
    Card,
    Crumb,
    EmptyState,
    Fact,
    Hero,
    Link,
    Message,
)
from vicinia.core.formats import long_datetime
from vicinia.core.reserved_area import Panel, Task, way_to

from .links import expires_at, registry_address

LEVELS: dict[str, BadgeLevel] = {
    ContactStatus.DECLARED: "attention",
    ContactStatus.CONFIRMED: "success",
}


def contact_badge(contact: SchoolContact) -> Badge:
    """Say how far the link between a person and a school is."""
    return Badge(contact.get_status_display(), LEVELS.get(contact.status, "neutral"))


def contact_facts(contact: SchoolContact, *, school_url: str) -> list[Fact]:
    """What the office needs to reach a person of a school and to decide."""
    expires = expires_at(contact)
    known = [
        Fact(_("E-mail"), contact.user.email, f"mailto:{contact.user.email}"),
        Fact(_("School"), str(contact.school), school_url),
        Fact(_("What they do there"), contact.get_capacity_display()),
        Fact(_("Asked on"), long_datetime(contact.asked_at)),
        Fact(_("Last change"), long_datetime(contact.settled_at)),
        Fact(_("Reason"), contact.reason),
        Fact(_("Link sent to"), contact.link_sent_to),
        Fact(_("The link is valid until"), long_datetime(expires) if expires else ""),
    ]
    return [fact for fact in known if fact.value]


def detail(contact: SchoolContact) -> dict[str, Any]:
    """A school of a person: how far the request is, what to do, who the contact person is."""
    school, year = contact.school, this_school_year()
    referent = referent_of(school)
    is_mine = bool(referent and referent.contact.user_id == contact.user_id)
    is_confirmed = contact.status == ContactStatus.CONFIRMED
    return {
        "contact": contact,
        "school": school,
        "badge": contact_badge(contact),
        "message": state_message(contact),
        "facts": [
            *facts(school),
            *map(_former, previous_of(school)),
            Fact(_("What you do there"), contact.get_capacity_display()),
        ],
        "year": year,
        "referent": referent,
        "is_referent": is_mine,
        "can_be_referent": is_confirmed and referent is None and contact.capacity == Capacity.TEACHER,
        "deadline": confirmation_deadline(year),
        "is_late": is_late(year),
        "is_waiting": contact.status == ContactStatus.DECLARED,
        "can_write": contact.status == ContactStatus.DECLARED and bool(registry_address(school)),
        "can_leave": contact.status in {ContactStatus.DECLARED, ContactStatus.CONFIRMED},
        "hero": Hero(school.name, kicker=school.get_order_display()),
        "breadcrumbs": way_to(Crumb(school.name)),
    }


def _former(school: School) -> Fact:
    return Fact(
        _("Before"),
        _("%(name)s, code %(code)s, until %(year)s")
        % {"name": school.name, "code": school.code, "year": school.closed_year},
    )


def state_message(contact: SchoolContact) -> Message | None:
    """Say how far the request is, and what happens next."""
    if contact.status == ContactStatus.DECLARED:
        return Message("information", _waiting_text(contact), title=_("Your request is waiting"))
    if contact.status in {ContactStatus.REFUSED, ContactStatus.REVOKED}:
        text = _("Reason: %(reason)s If you think it is a mistake, write to the schools office.")
        return Message(
            "attention", text % {"reason": contact.reason}, title=_("You cannot act for this school")
        )
    return None


def _waiting_text(contact: SchoolContact) -> str:
    expires = expires_at(contact)
    address = registry_address(contact.school)
    if expires is None and address:
        return _(
            "We have not written to the institute yet: do it now, to %(address)s, its address in the "
            "ministry’s registry. Our office can decide too. You get a mail as soon as it is done."
        ) % {"address": address}
    if expires is None:
        return _(
            "We have no address of the institute to write to: our office will decide on your request. "
            "You get a mail as soon as it does."
        )
    return _(
        "On %(when)s we wrote to %(address)s, the address of the institute in the ministry’s registry. Ask "
        "the school’s office to open the link, valid until %(expires)s. Our office can decide too. You get a "
        "mail as soon as it is done: then you can sign classes up."
    ) % {
        "when": long_datetime(contact.link_sent_at) if contact.link_sent_at else "",
        "address": contact.link_sent_to,
        "expires": long_datetime(expires),
    }


def leaving(contact: SchoolContact) -> dict[str, Any]:
    """What follows when the person leaves."""
    school = contact.school
    way = way_to(
        Crumb(school.name, reverse("partners:school", args=[school.pk])), Crumb(_("Leave the school"))
    )
    return {
        "contact": contact,
        "school": school,
        "is_waiting": contact.status == ContactStatus.DECLARED,
        "breadcrumbs": way,
    }


def panel(user: User) -> Panel:
    """The schools of a person, in the reserved area."""
    contacts = list(contacts_of(user))
    url = reverse("partners:school_search")
    return Panel(
        title=_("Your schools"),
        tasks=tuple(map(_task, latest_of_each(to_confirm_again().filter(contact__user=user))))
        if contacts
        else (),
        entries=tuple(map(_card, contacts)),
        actions=(Button(_("Add a school"), url, style="outline"),) if contacts else (),
        empty_state=EmptyState(
            _("Do you work in a school?"),
            _("Link your account to it to sign classes up to the projects of the year."),
            Link(_("Find your school"), url),
        ),
    )


def _task(referent: Referent) -> Task:
    year = this_school_year()
    return Task(
        text=_("Say whether you are still the contact person of %(school)s for %(year)s")
        % {"school": referent.school.name, "year": year},
        url=reverse("partners:school", args=[referent.school_id]),
        button=_("Confirm"),
        deadline=confirmation_deadline(year),
    )


def _card(contact: SchoolContact) -> Card:
    school = contact.school
    return Card(
        title=school.name,
        url=reverse("partners:school", args=[school.pk]),
        kicker=school.get_order_display(),
        summary=", ".join(filter(None, [school.address, school.municipality])),
        badge=contact_badge(contact),
    )
