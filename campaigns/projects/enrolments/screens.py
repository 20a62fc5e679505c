"""What the teacher's pages show, as components."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from campaigns.projects.catalogue.enums import EditionState
from campaigns.projects.catalogue.models import Edition
from campaigns.projects.catalogue.queries import (
    catalogue_url,
    free_places,
    page_url,
    this_school_year,
)
from campaigns.projects.certificates.queries import has_certificate
from partners.schools.queries import contacts_of, schools_of
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
    StepperItem,
)
from vicinia.core.formats import long_date, long_datetime
from vicinia.core.reserved_area import Panel, way_to

from .enums import EnrolmentState
from .forms import EnrolmentForm
from .models import Enrolment
from .queries import enrolments_of, place_in_line, taken_part_in

# More are one click away.
IN_PANEL = 6
LEVELS: dict[str, BadgeLevel] = {
    EnrolmentState.CONFIRMED: "success",
    EnrolmentState.WAITING: "attention",
    EnrolmentState.CANCELLED: "neutral",
}


def form(edition: Edition, form: EnrolmentForm) -> dict[str, Any]:
    """The first page: the class."""
    return _frame(edition, step=0) | {"form": form, "school_url": school_search(enrol_url(edition))}


def review(edition: Edition, form: EnrolmentForm) -> dict[str, Any]:
    """The second page: what will be sent, before it is sent."""
    data = form.cleaned_data
    facts = [
        Fact(_("Project"), f"{edition.project} {edition.school_year}"),
        Fact(_("School"), str(data["school"])),
        Fact(_("Class"), data["class_label"]),
        Fact(_("Year of the class"), f"{data['grade']}ª"),
        Fact(_("How many pupils"), str(data["pupils"])),
        Fact(_("Anything the office should know"), data["note"]),
    ]
    hidden = [(name, form.data.get(name, "")) for name in form.fields if form.data.get(name)]
    return _frame(edition, step=1) | {"facts": [fact for fact in facts if fact.value], "hidden": hidden}


def choose_school(edition: Edition, here: str, user: User) -> dict[str, Any]:
    """Before anything: in which school the person works, and which of them are still to be confirmed."""
    waiting = [
        Link(contact.school.name, reverse("partners:school", args=[contact.school_id]))
        for contact in contacts_of(user).waiting()
    ]
    return _frame(edition, step=0) | {"school_url": school_search(here), "waiting": waiting}


def enrol_url(edition: Edition) -> str:
    """The address where a class is signed up."""
    return reverse("projects:enrol", args=[edition.pk])


def school_search(back_to: str) -> str:
    """The address where a person finds their school, then comes back."""
    return f"{reverse('partners:school_search')}?{urlencode({'next': back_to})}"


def detail(enrolment: Enrolment, *, is_new: bool = False) -> dict[str, Any]:
    """Where an enrolment stands."""
    edition, is_certified = enrolment.edition, has_certificate(enrolment)
    is_final = is_certified or enrolment.state == EnrolmentState.CANCELLED
    facts = [
        Fact(_("Project"), str(edition.project), page_url(edition) or ""),
        Fact(_("School year"), edition.school_year),
        Fact(_("School"), str(enrolment.school)),
        Fact(_("Class"), enrolment.class_label),
        Fact(_("How many pupils"), str(enrolment.pupils)),
        Fact(_("Anything the office should know"), enrolment.note),
        Fact(_("Signed up"), long_datetime(enrolment.created_at)),
        Fact(_("First meeting"), long_date(edition.first_meeting) if edition.first_meeting else ""),
        Fact(_("Certificate"), _("issued to the teacher who signed the class up") if is_certified else ""),
    ]
    return {
        "enrolment": enrolment,
        "edition": edition,
        "is_new": is_new,
        "place_in_line": place_in_line(enrolment),
        "badge": badge(enrolment),
        "facts": [fact for fact in facts if fact.value],
        "cancel_url": "" if is_final else reverse("projects:cancel", args=[enrolment.pk]),
        "breadcrumbs": _crumbs(str(enrolment)),
    }


def mine(user: User) -> dict[str, Any]:
    """All the enrolments of the person's schools."""
    enrolments = enrolments_of(user)
    return {
        "hero": Hero(
            _("My enrolments"),
            _("The classes of your schools in our projects."),
            actions=(Button(_("My certificates"), reverse("certificates:mine"), style="outline"),),
        ),
        "cards": tuple(card(enrolment) for enrolment in enrolments),
        "past": taken_part_in(user),
        "empty": nothing_yet(),
        "breadcrumbs": _crumbs(),
    }


def panel(user: User) -> Panel | None:
    """The enrolments of this school year and those that wait, in the reserved area; for teachers only."""
    if not schools_of(user).exists():
        return None
    recent = enrolments_of(user).active().filter(edition__school_year=this_school_year())
    entries = tuple(card(enrolment) for enrolment in recent[:IN_PANEL])
    return Panel(
        title=_("My enrolments"),
        entries=entries,
        actions=(
            Button(_("See the school projects"), catalogue_url()),
            Button(_("See all your enrolments"), reverse("projects:mine"), style="outline"),
        ),
        empty_state=nothing_yet(),
    )


def nothing_yet() -> EmptyState:
    """How to start."""
    return EmptyState(
        _("No class signed up yet"),
        _("Here you find the classes you sign up to our projects: start from the catalogue."),
        Link(_("See the school projects"), catalogue_url()),
    )


def card(enrolment: Enrolment) -> Card:
    """An enrolment as an entry of a list."""
    return Card(
        title=f"{enrolment.class_label}: {enrolment.edition.project}",
        url=reverse("projects:enrolment", args=[enrolment.pk]),
        kicker=enrolment.edition.school_year,
        summary=str(enrolment.school),
        badge=badge(enrolment),
    )


def badge(enrolment: Enrolment) -> Badge:
    """The state in words."""
    return Badge(str(EnrolmentState(enrolment.state).label).capitalize(), LEVELS[enrolment.state])


def _frame(edition: Edition, *, step: int) -> dict[str, Any]:
    """What the pages of the journey have in common."""
    labels = (_("The class"), _("Review and send"))
    return {
        "edition": edition,
        "project": edition.project,
        "is_open": edition.state == EditionState.OPEN,
        "free": free_places(edition),
        "project_url": page_url(edition) or catalogue_url(),
        "closes": long_datetime(edition.closes_at) if edition.closes_at else "",
        "steps": [
            StepperItem(label, "done" if index < step else "current" if index == step else "todo")
            for index, label in enumerate(labels)
        ],
        "hero": Hero(_("Sign a class up"), str(edition.project), kicker=edition.school_year),
        "breadcrumbs": _crumbs(_("Sign a class up")),
    }


def _crumbs(last: str = "") -> tuple[Crumb, ...]:
    if not last:
        return way_to(Crumb(_("My enrolments")))
    return way_to(Crumb(_("My enrolments"), reverse("projects:mine")), Crumb(last))
