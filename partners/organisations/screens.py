"""What the screens of organisations show."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.agreements import screens as agreements
from partners.confirmations.screens import lapsed_message
from partners.confirmations.screens import tasks as confirmation_tasks
from partners.memberships.mandates import told
from partners.memberships.queries import members_of
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
from vicinia.core.formats import short_date, whole
from vicinia.core.reserved_area import Panel, Task, body_actions, way_to

from .enums import MemberRole, OrganisationStatus
from .identifiers import masked_iban, spaced_iban
from .models import Membership, Organisation
from .queries import may_see_iban, organisations_acted_for, organisations_of
from .way import body_url, way_through

LEVELS: dict[str, BadgeLevel] = {
    OrganisationStatus.TO_VERIFY: "attention",
    OrganisationStatus.VERIFIED: "success",
    OrganisationStatus.SUSPENDED: "danger",
    OrganisationStatus.MERGED: "neutral",
}


def register(form: Any, back: str) -> dict[str, Any]:
    """The form that adds a body."""
    return {
        "form": form,
        "next": back,
        "breadcrumbs": way_to(Crumb(_("Register a body"))),
        "hero": Hero(
            _("Register your body"),
            summary=_(
                "Associations, cooperatives, foundations and other bodies: it takes three minutes and "
                "you need the tax code. You can complete the profile later."
            ),
        ),
    }


def detail(organisation: Organisation, membership: Membership) -> dict[str, Any]:
    """The page of a body, for one of its members."""
    may_edit = membership.writes
    of_body = [organisation.pk]
    documents = Button(_("Documents of the body"), reverse("partners:dossier", args=of_body), style="outline")
    actions = (
        (
            Button(_("Change the data"), reverse("partners:organisation_edit", args=of_body)),
            documents,
            Button(_("Public page"), reverse("partners:public_profile", args=of_body), style="outline"),
            Button(_("Logo"), reverse("partners:logo", args=of_body), style="outline"),
            Button(_("We look for volunteers"), reverse("partners:notices", args=of_body), style="outline"),
            *(action(organisation.pk) for action in body_actions),
        )
        if may_edit
        else (documents,)
    )
    return {
        "organisation": organisation,
        "breadcrumbs": way_to(Crumb(organisation.name)),
        "hero": Hero(
            organisation.name,
            kicker=organisation.get_legal_form_display(),
            summary=organisation.who_they_help,
            badge=badge(organisation),
            actions=actions,
        ),
        "message": status_message(organisation) or (lapsed_message(organisation) if may_edit else None),
        "identity": identity(organisation),
        "contacts": contacts(organisation),
        "payments": payments(organisation, may_see_iban(membership.user, organisation)),
        "agreements": agreements.summary(organisation),
        "no_agreement": agreements.nothing_yet(),
        "officers": in_office(organisation),
        "officers_url": reverse("partners:officers", args=of_body),
        "topics": [str(topic) for topic in organisation.topics.all()],
        "members": [
            Fact(
                str(each.user),
                ". ".join(filter(None, [each.get_role_display(), told(each, timezone.localdate())])),
            )
            for each in members_of(organisation)
        ],
        "my_role": MemberRole(membership.role).label,
    }


def edit(organisation: Organisation, form: Any) -> dict[str, Any]:
    """The form that changes a body's profile."""
    return {
        "form": form,
        "organisation": organisation,
        "cancel_url": body_url(organisation),
        "breadcrumbs": way_through(organisation, Crumb(_("Change the data"))),
        "hero": Hero(
            _("Change the data"),
            kicker=organisation.name,
            summary=_("The tax code %(code)s cannot change: if it is wrong, write to us.")
            % {"code": organisation.tax_code},
        ),
    }


def badge(organisation: Organisation) -> Badge:
    """The body's status in words."""
    return Badge(organisation.get_status_display(), LEVELS[organisation.status])


def status_message(organisation: Organisation) -> Message | None:
    """What the status means for the body's people; nothing when all is well."""
    if organisation.status == OrganisationStatus.TO_VERIFY:
        return Message(
            "information",
            _(
                "We are checking the data against the public registers. In the meantime you can fill in "
                "and send applications; we will write to you if something is missing."
            ),
            title=_("To be verified"),
        )
    if organisation.status == OrganisationStatus.SUSPENDED:
        return Message(
            "danger",
            _("Reason: %(reason)s. Until the office readmits it, the body cannot apply or change its data.")
            % {"reason": organisation.status_reason.rstrip(".")},
            title=_("Suspended"),
        )
    return None


def identity(organisation: Organisation) -> list[Fact]:
    """Who the body is."""
    since = short_date(organisation.runts_date) if organisation.runts_date else ""
    runts = organisation.runts_number
    if runts and since:
        runts = _("%(number)s, since %(date)s") % {"number": runts, "date": since}
    return filled(
        Fact(_("Legal form"), organisation.get_legal_form_display()),
        Fact(_("Tax code"), organisation.tax_code),
        Fact(_("VAT number"), organisation.vat_number),
        Fact(_("RUNTS (national third-sector register)"), runts),
        Fact(_("RUNTS section"), organisation.get_runts_section_display()),
        Fact(_("Founded in"), str(organisation.founded or "")),
        Fact(_("Volunteers"), whole(organisation.volunteers) if organisation.volunteers else ""),
    )


def contacts(organisation: Organisation) -> list[Fact]:
    """How to reach the body."""
    return filled(
        Fact(_("Seat"), organisation.seat),
        Fact(_("E-mail"), organisation.email, f"mailto:{organisation.email}"),
        Fact(_("Certified e-mail (PEC)"), organisation.pec),
        Fact(_("Phone"), organisation.phone),
        Fact(_("Website"), organisation.website, organisation.website),
    )


def in_office(organisation: Organisation) -> list[Fact]:
    """Who holds the offices now."""
    officers = organisation.officers.in_office().by_office()
    return [Fact(each.get_office_display(), each.name) for each in officers]


def payments(organisation: Organisation, in_full: bool) -> list[Fact]:
    """Where the body is paid; the number is whole only for who may see it."""
    number = spaced_iban(organisation.iban) if in_full else masked_iban(organisation.iban)
    return filled(Fact(_("IBAN"), number))


def filled(*facts: Fact) -> list[Fact]:
    """Leave out what is not known."""
    return [fact for fact in facts if fact.value]


def panel(user: User) -> Panel:
    """The bodies of a person, in the reserved area."""
    organisations = list(organisations_of(user))
    register_url = reverse("partners:organisation_register")
    return Panel(
        title=_("Your bodies"),
        tasks=(
            *confirmation_tasks(organisations_acted_for(user)),
            *(_profile_task(each) for each in organisations if not each.description),
        ),
        entries=tuple(_card(each) for each in organisations),
        actions=(Button(_("Register a body"), register_url, style="outline"),) if organisations else (),
        empty_state=EmptyState(
            _("No body is linked to your account"),
            _("Register your association or cooperative to apply to calls and follow agreements."),
            Link(_("Register a body"), register_url),
        ),
    )


def _profile_task(organisation: Organisation) -> Task:
    return Task(
        text=_("Tell what %(name)s does: the office and the public will know it better.")
        % {"name": organisation.name},
        url=reverse("partners:organisation_edit", args=[organisation.pk]),
        button=_("Complete the profile"),
    )


def _card(organisation: Organisation) -> Card:
    return Card(
        title=organisation.name,
        url=body_url(organisation),
        kicker=organisation.get_legal_form_display(),
        summary=_("Tax code %(code)s") % {"code": organisation.tax_code},
        badge=badge(organisation),
    )
