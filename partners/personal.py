"""What bodies and schools hold about a person."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vicinia.accounts.models import User
from vicinia.accounts.personal.registry import WORK_OF_THE_OFFICE, Field, PersonalSource, Section

from .claims.models import Claim
from .dossier.catalogue import CATALOGUE
from .dossier.models import DossierVersion
from .invitations.queries import invitations_to
from .organisations.models import Membership
from .schools.models import SchoolContact
from .verification.models import VerificationMessage

# What bodies bring; a DURC is the office's work.
BROUGHT = [kind.type for kind in CATALOGUE.values() if not kind.from_office]
REGISTRY = "The school's own address, from the ministry's public registry."


def sections(user: User) -> Iterator[Section]:
    """Return the bodies and the schools for which the person acts."""
    for section in (_bodies, _invitations, _claims, _messages, _schools, _documents):
        yield section(user)


def _bodies(user: User) -> Section:
    memberships = Membership.objects.filter(user=user).select_related("organisation")
    return Section(
        "organisations",
        _("Bodies for which you act"),
        (
            Field("name", _("Name")),
            Field("tax_code", _("Tax code")),
            Field("role", _("Your role")),
            Field("since", _("Since")),
        ),
        tuple(
            (each.organisation.name, each.organisation.tax_code, each.get_role_display(), each.created_at)
            for each in memberships.order_by("organisation__name")
        ),
        why=_("So that only the right people write in a body's name."),
    )


def _invitations(user: User) -> Section:
    return Section(
        "invitations",
        _("Invitations to act for a body"),
        (
            Field("name", _("Name")),
            Field("role", _("Role")),
            Field("sent_at", _("Sent at")),
            Field("state", _("State")),
        ),
        tuple(
            (each.organisation.name, each.get_role_display(), each.sent_at, each.get_state_display())
            for each in invitations_to(user).select_related("organisation").order_by("sent_at")
        ),
        why=_("So that only whom a body has invited joins it."),
    )


def _claims(user: User) -> Section:
    claims = Claim.objects.filter(user=user).select_related("organisation")
    return Section(
        "claims",
        _("Requests to act for a body"),
        (
            Field("tax_code", _("Tax code")),
            Field("role", _("Role")),
            Field("message", _("What you said")),
            Field("sent_at", _("Sent at")),
            Field("state", _("State")),
        ),
        tuple(
            (
                each.organisation.tax_code,
                each.get_role_display(),
                each.message,
                each.created_at,
                each.get_state_display(),
            )
            for each in claims.order_by("created_at")
        ),
        why=_("So that only the right people write in a body's name."),
    )


def _messages(user: User) -> Section:
    written = VerificationMessage.objects.filter(author=user).select_related("organisation")
    return Section(
        "messages",
        _("What you wrote about a body"),
        (Field("name", _("Name")), Field("text", _("Text")), Field("sent_at", _("Sent at"))),
        tuple((each.organisation.name, each.text, each.sent_at) for each in written.order_by("sent_at")),
        why=_("The office checks each body's data; questions and answers stay with the checks."),
    )


def _schools(user: User) -> Section:
    contacts = SchoolContact.objects.filter(user=user).select_related("school")
    return Section(
        "schools",
        _("Schools in which you work"),
        (
            Field("name", _("Name")),
            Field("code", _("Code")),
            Field("status", _("Status")),
            Field("since", _("Since")),
        ),
        tuple(
            (each.school.name, each.school.code, each.get_status_display(), each.created_at)
            for each in contacts.order_by("school__name")
        ),
        why=_("So that you can sign its classes up."),
    )


def _documents(user: User) -> Section:
    documents = DossierVersion.objects.filter(uploaded_by=user, document__type__in=BROUGHT)
    return Section(
        "dossier",
        _("Documents that you uploaded for a body"),
        (
            Field("document", _("Document")),
            Field("organisation", _("Organisation")),
            Field("number", _("Version")),
            Field("uploaded_at", _("Received at")),
            Field("status", _("Status")),
        ),
        tuple(
            (
                each.document.get_type_display(),
                each.document.organisation.name,
                each.number,
                each.uploaded_at,
                each.get_status_display(),
            )
            for each in documents.select_related("document__organisation").order_by("uploaded_at", "pk")
        ),
        why=_("So that the body need not bring them again at every application."),
    )


SOURCE = PersonalSource(
    sections,
    told=frozenset(
        {
            "partners.Claim.user",
            "partners.Invitation.accepted_by",
            "partners.Invitation.email",
            "partners.DossierVersion.uploaded_by",
            "partners.Membership.user",
            "partners.Organisation.members",
            "partners.SchoolContact.user",
            "partners.VerificationMessage.author",
        }
    ),
    not_told={
        "partners.Organisation.email": "The body's address, not a person's.",
        "partners.Organisation.pec": "The body's address, not a person's.",
        "partners.Organisation.created_by": "The trail tells the person that they registered it.",
        "partners.Claim.decided_by": "The trail tells the person that they decided it.",
        "partners.MergeRecord.by": WORK_OF_THE_OFFICE,
        "partners.MergeRecord.undone_by": WORK_OF_THE_OFFICE,
        "partners.VerificationCheck.checked_by": WORK_OF_THE_OFFICE,
        "partners.Invitation.invited_by": "The trail tells the person that they invited.",
        "partners.Membership.created_by": "The trail tells the person that they added it.",
        "partners.DossierVersion.checked_by": WORK_OF_THE_OFFICE,
        "partners.YearlyConfirmation.confirmed_by": "The trail tells the person that they confirmed.",
        "partners.ConfirmationRequest.asked_by": WORK_OF_THE_OFFICE,
        "partners.Institute.email": REGISTRY,
        "partners.Institute.pec": REGISTRY,
        "partners.School.email": REGISTRY,
        "partners.School.pec": REGISTRY,
        "partners.SchoolContact.link_sent_to": REGISTRY,
        "partners.SchoolImport.by": WORK_OF_THE_OFFICE,
        "partners.SchoolSuccession.settled_by": WORK_OF_THE_OFFICE,
    },
)
