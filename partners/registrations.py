"""What organisations and schools add to the platform's registries."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from vicinia.accounts.erasure.registry import steps
from vicinia.accounts.personal.registry import sources
from vicinia.accounts.rights import table as rights
from vicinia.accounts.rights.standings import standings
from vicinia.accounts.roles import Role
from vicinia.core import body_timeline
from vicinia.core.demo import loaders
from vicinia.core.imports.importable import importables
from vicinia.core.reserved_area import panels
from vicinia.core.retention.registry import rules
from vicinia.core.staff.panels import Count, RolePanel, role_panels
from vicinia.core.tasks.schedule import Job, jobs

from .agreements.demo_loader import load_agreements
from .agreements.timeline import SOURCE as AGREEMENTS_TIMELINE
from .claims.screens import panel as claims_panel
from .confirmations.queries import has_bodies_to_remind
from .confirmations.tasks import remind_to_confirm
from .demo_desk import load_accesses, load_desk
from .demo_loader import load_partners
from .dossier.demo_loader import load_dossiers
from .dossier.panel import panel as dossier_panel
from .dossier.timeline import SOURCE as DOSSIER_TIMELINE
from .erasure import ERASURE
from .invitations.panel import panel as invitations_panel
from .merging.followers import register as register_followers
from .organisations.enums import OrganisationStatus
from .organisations.importable import FIVE_PER_MILLE
from .organisations.screens import panel as organisations_panel
from .organisations.standing import towards_organisation
from .personal import SOURCE
from .retention import CLAIMS, INVITATIONS
from .rights import ROWS
from .schools.access.screens import panel as schools_panel
from .schools.enums import ContactStatus
from .schools.headcounts.importable import HEADCOUNTS
from .schools.referents.tasks import has_any, remind_referents
from .schools.registry.importable import REGISTRIES
from .schools.standing import towards_school
from .schools.succession.enums import SuccessionState
from .schools.succession.followers import register as register_school_followers
from .timeline.trail import SOURCE as TRAIL
from .verification.screens import panel as verification_panel


def register() -> None:
    """Called once when the application starts."""
    # Imported to connect their listeners.
    from .claims import notifications as _claims  # noqa: F401
    from .dossier import notifications as _dossier  # noqa: F401
    from .dossier.reminders import send_reminders
    from .invitations import notifications as _invitations  # noqa: F401
    from .memberships import notifications as _memberships  # noqa: F401
    from .schools.access import notifications as _school_access  # noqa: F401
    from .verification import notifications as _verification  # noqa: F401

    register_followers()
    register_school_followers()
    loaders.register("partners", load_partners, order=30)
    loaders.register("partners.desk", load_desk, order=32)
    loaders.register("partners.accesses", load_accesses, order=98)
    steps.register("partners", ERASURE, order=20)
    rules.register("partners.invitations", INVITATIONS, order=20)
    rules.register("partners.claims", CLAIMS, order=22)
    sources.register("partners", SOURCE, order=20)
    body_timeline.sources.register("partners.trail", TRAIL, order=10)
    body_timeline.sources.register("partners.dossier", DOSSIER_TIMELINE, order=20)
    body_timeline.sources.register("partners.agreements", AGREEMENTS_TIMELINE, order=30)
    panels.register("partners.invitations", invitations_panel, order=10)
    panels.register("partners.claims", claims_panel, order=12)
    panels.register("partners.verification", verification_panel, order=14)
    loaders.register("partners.dossier", load_dossiers, order=35)
    loaders.register("partners.agreements", load_agreements, order=36)
    importables.register("partners.organisations", FIVE_PER_MILLE, order=10)
    importables.register("partners.schools", REGISTRIES, order=20)
    importables.register("partners.headcounts", HEADCOUNTS, order=30)
    jobs.register("partners.dossier_reminders", Job(send_reminders, "30 6 * * *"))
    panels.register("partners.organisations", organisations_panel, order=20)
    panels.register("partners.dossier", dossier_panel, order=25)
    panels.register("partners.schools", schools_panel, order=30)
    jobs.register(
        "partners.remind_to_confirm", Job(remind_to_confirm, "30 8 * * *", is_needed=has_bodies_to_remind)
    )
    rights.register(ROWS)
    standings.register("partners.organisation", towards_organisation)
    standings.register("partners.school", towards_school)
    jobs.register("partners.referents", Job(remind_referents, "0 8 1,15,25 9 *", is_needed=has_any))
    role_panels.register(
        "partners.schools",
        RolePanel(
            title=_("Schools"),
            roles=frozenset({Role.SCHOOLS_OFFICE}),
            counts=school_counts,
            action_label=_("See the people of the schools"),
            action_url=lambda: reverse("school_contacts:index"),
        ),
        order=45,
    )
    role_panels.register(
        "partners.organisations",
        RolePanel(
            title=_("Organisations"),
            roles=frozenset({Role.CALLS_OFFICE, Role.RESPONSIBLE_OFFICIAL}),
            counts=counts,
            action_label=_("Register a body"),
            action_url=lambda: reverse("organisations:add"),
        ),
        order=60,
    )


def school_counts(request: HttpRequest) -> list[Count]:
    """People who wait to act for a school, schools without a contact person or with another code."""
    from .schools.models import SchoolContact
    from .schools.referents.queries import without_referent
    from .schools.succession.queries import count_to_settle

    waiting = SchoolContact.objects.waiting().count()
    url = f"{reverse('school_contacts:index')}?status={ContactStatus.DECLARED}"
    label = ngettext("person who asks for a school", "people who ask for a school", waiting)
    pairs, returned = count_to_settle()
    alone = without_referent().order_by().count()
    return [
        Count(waiting, label, url),
        Count(
            alone,
            ngettext("school without a contact person", "schools without a contact person", alone),
            reverse("school_referents:index"),
        ),
        Count(
            pairs,
            ngettext("school that may have changed code", "schools that may have changed code", pairs),
            f"{reverse('school_successions:index')}?state={SuccessionState.PROPOSED}",
        ),
        Count(
            returned,
            ngettext(
                "school open again that goes on under another code",
                "schools open again that go on under another code",
                returned,
            ),
            f"{reverse('school_successions:index')}?state={SuccessionState.CONFIRMED}&is_open_again=true",
        ),
    ]


def counts(request: HttpRequest) -> list[Count]:
    """Bodies, people and documents that wait for the office."""
    from .claims.queries import with_waiting_claims
    from .dossier.queries import count_to_check
    from .dossier.staff_views import queue_url
    from .organisations.models import Organisation
    from .verification.queries import answered_since

    bodies = Organisation.objects.all()
    waiting = bodies.filter(status=OrganisationStatus.TO_VERIFY).count()
    answers, claims = answered_since(bodies).count(), with_waiting_claims(bodies).count()
    # A number to look at decides nothing: the web server's day will do.
    documents = count_to_check(timezone.localdate())
    index = reverse("organisations:index")
    return [
        Count(
            waiting,
            ngettext("body to verify", "bodies to verify", waiting),
            f"{index}?status={OrganisationStatus.TO_VERIFY}",
        ),
        Count(
            answers,
            ngettext("body that has answered", "bodies that have answered", answers),
            f"{index}?waits_for=answer",
        ),
        Count(
            claims,
            ngettext("body that somebody asks to act for", "bodies that people ask to act for", claims),
            f"{index}?waits_for=claim",
        ),
        Count(documents, ngettext("document to check", "documents to check", documents), queue_url()),
    ]
