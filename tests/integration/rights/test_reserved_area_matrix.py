"""Who opens what in the reserved area: whose it is, and nobody else; another's object is not there (404)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from calls.applications.models import Application
from campaigns.projects.certificates.models import Certificate
from campaigns.projects.enrolments.models import Enrolment
from partners.claims.models import Claim
from partners.dossier.models import DossierVersion
from partners.invitations.models import Invitation
from partners.logos.services import set_logo
from partners.officers.models import Officer
from partners.organisations.enums import OrganisationStatus
from partners.organisations.models import Organisation
from partners.volunteering.models import VolunteerNotice
from tests.factories.accounts import UserFactory, confirmed_person
from tests.factories.calls import association, complete_application, published_call
from tests.factories.documents import image_bytes, upload
from tests.factories.dossiers import uploaded
from tests.factories.partners import ClaimFactory, InvitationFactory, OfficerFactory, VolunteerNoticeFactory
from tests.factories.projects import certified, enrol, make_edition, make_school, make_teacher
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role

pytestmark = pytest.mark.django_db

# Addresses by name: whose object they are of, or ANYBODY who is signed in.
ANYBODY = "anybody"
ADDRESSES = {
    "reserved_area": ANYBODY,
    "my_data": ANYBODY,
    "my_data_pdf": ANYBODY,
    "my_data_json": ANYBODY,
    "security": ANYBODY,
    "end_other_sessions": ANYBODY,
    "second_factor": ANYBODY,
    "security_go_on": ANYBODY,
    "my_data_deletion": ANYBODY,
    "my_data_deletion_confirm": ANYBODY,
    "my_data_deletion_undo": ANYBODY,
    "organisation_register": ANYBODY,
    "school_search": ANYBODY,
    "school_choose": ANYBODY,
    "school": "school",
    "school_write": "school",
    "school_leave": "school",
    "school_referent": "school",
    "applications": ANYBODY,
    "mine": ANYBODY,
    "enrol": ANYBODY,
    "organisation": "organisation",
    "organisation_edit": "organisation",
    "officers": "organisation",
    "officer_add": "organisation",
    "officer_edit": "organisation",
    "officer_remove": "organisation",
    "public_profile": "organisation",
    "logo": "organisation",
    "logo_file": "organisation",
    "notices": "organisation",
    "notice_add": "organisation",
    "notice_withdraw": "organisation",
    "confirmation": "organisation",
    "help_offered": "organisation",
    "members": "organisation",
    "member": "organisation",
    "member_invite": "organisation",
    "member_leave": "organisation",
    "member_remove": "organisation",
    "invitation_again": "organisation",
    "invitation_revoke": "organisation",
    "invitation": "invitation",
    "claim": ANYBODY,
    "claim_decide": "organisation",
    "claim_file": "organisation",
    "messages": "organisation",
    "agreements": "organisation",
    "dossier": "organisation",
    "dossier_document": "organisation",
    "dossier_upload": "organisation",
    "dossier_file": "organisation",
    "start": ANYBODY,
    "application": "application",
    "section": "application",
    "documents": "application",
    "document": "application",
    "remove_document": "application",
    "review": "application",
    "sent": "application",
    "receipt": "application",
    "withdraw": "application",
    "enrolment": "enrolment",
    "certificate_pdf": "certificate",
    "cancel": "enrolment",
    "digital_identity": ANYBODY,
    "digital_identity_unlink": ANYBODY,
}


@dataclass(frozen=True)
class World:
    """One object of each kind, and whose it is."""

    member: User
    teacher: User
    invited: User
    organisation: Organisation
    officer: Officer
    notice: VolunteerNotice
    application: Application
    enrolment: Enrolment
    certificate: Certificate
    invitation: Invitation
    claim: Claim
    version: DossierVersion

    def address(self, route: str) -> str:
        """The address of these objects under a route."""
        values = {
            "<int:school_id>": self.enrolment.school_id,
            "<int:organisation_id>": self.organisation.pk,
            "<int:notice_id>": self.notice.pk,
            "<int:officer_id>": self.officer.pk,
            "<int:membership_id>": self.organisation.memberships.get(user=self.member).pk,
            "<int:invitation_id>": self.invitation.pk,
            "<int:claim_id>": self.claim.pk,
            "<uuid:pk>": self.application.pk,
            "<slug:section>": "s1",
            "<slug:key>": self.application.attachments.get().key,
            "<int:enrolment_id>": self.enrolment.pk,
            "<int:certificate_id>": self.certificate.pk,
            "<int:edition_id>": self.enrolment.edition_id,
            "<int:call_id>": self.application.call_id,
            "<slug:kind_slug>": self.version.document.kind.slug,
            "<int:version_id>": self.version.pk,
        }
        for name, value in values.items():
            route = route.replace(name, str(value))
        assert "<" not in route, f"say what stands for {route}"
        return f"/{route}"

    def owner_of(self, kind: str) -> User:
        """Who may open the object."""
        owners = {
            "enrolment": self.teacher,
            "certificate": self.teacher,
            "school": self.teacher,
            "invitation": self.invited,
        }
        return owners.get(kind, self.member)


@pytest.fixture
def world() -> World:
    """An association that applied, a class that takes part."""
    member = UserFactory()
    body, school = association(member), make_school()
    teacher = make_teacher(school)
    application = complete_application(published_call(), body)
    enrolment = enrol(make_edition(), school, "3A", by=teacher)
    officer = OfficerFactory(organisation=body)
    notice = VolunteerNoticeFactory(organisation=body)
    invited = confirmed_person()
    invitation = InvitationFactory(organisation=body, email=invited.email)
    version = uploaded(body, by=member)
    set_logo(organisation=body, upload=upload(image_bytes(width=96, height=96), "logo.png"), by=member)
    return World(
        member,
        teacher,
        invited,
        body,
        officer,
        notice,
        application,
        enrolment,
        certified(school, by=teacher, label="4B"),
        invitation,
        ClaimFactory(organisation=body),
        version,
    )


def routes() -> Iterator[tuple[str, str]]:
    """Every route of the reserved area, with its name."""

    def walk(resolver: URLResolver, before: str) -> Iterator[tuple[str, URLPattern]]:
        for pattern in resolver.url_patterns:
            route = before + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                yield from walk(pattern, route)
            else:
                yield route, pattern

    for route, pattern in walk(get_resolver(), ""):
        if route.startswith("area-riservata/"):
            yield route, str(pattern.name)


def status(client: Client, address: str) -> tuple[int, str]:
    """Open the address; where it is a button's, press it."""
    answer = client.get(address)
    if answer.status_code == 405:
        answer = client.post(address)
    answer.getvalue()
    return answer.status_code, answer.headers.get("Location", "")


def signed_in(user: User) -> Client:
    """A browser of the person."""
    client = Client()
    client.force_login(user)
    return client


def test_every_address_is_in_the_table() -> None:
    found = {name for _route, name in routes()}
    assert found == set(ADDRESSES)


BUTTONS = {"remove_document", "withdraw", "cancel", "school_choose", "invitation_again", "invitation_revoke"}

STRANGERS: dict[str, Callable[[], User]] = {
    "citizen": UserFactory,
    "member of another body": lambda: _member_of_another(),
    "teacher of another school": lambda: make_teacher(make_school()),
    "of a suspended body": lambda: _of_a_suspended_body(),
    **{role.value: partial(UserFactory, role=role) for role in Role},
}

# The office may stand in for a teacher who is away.
STAND_INS = {("enrolment", Role.SCHOOLS_OFFICE.value), ("enrolment", Role.ADMINISTRATOR.value)}


def _member_of_another() -> User:
    user = UserFactory()
    association(user)
    return user


def _of_a_suspended_body() -> User:
    user = UserFactory()
    body = association(user)
    Organisation.objects.filter(pk=body.pk).update(
        status=OrganisationStatus.SUSPENDED, status_reason="Sede non trovata."
    )
    return user


@pytest.mark.parametrize("stranger", STRANGERS)
def test_what_belongs_to_others_is_not_there(world: World, stranger: str) -> None:
    client = signed_in(STRANGERS[stranger]())
    for route, name in routes():
        address = world.address(route)
        kind = ADDRESSES[name]
        if kind != ANYBODY:
            expected = 200 if (kind, stranger) in STAND_INS else 404
            assert status(client, address)[0] == expected, address
    world.application.refresh_from_db()
    assert world.application.attachments.exists()


def test_who_is_not_signed_in_is_asked_to(world: World) -> None:
    for route, _name in routes():
        address = world.address(route)
        code, location = status(Client(), address)
        assert (code, location.split("?")[0]) == (302, "/accedi/login/"), address


def test_whose_it_is_opens_it(world: World) -> None:
    for route, name in routes():
        kind, address = ADDRESSES[name], world.address(route)
        # Buttons change what the others look at: each is pressed by its own tests.
        if name in BUTTONS:
            continue
        client = signed_in(world.owner_of(kind if kind != ANYBODY else "organisation"))
        # What was not sent yet has no receipt, a request without a document none to show.
        expected = {404} if name in {"receipt", "claim_file"} else {200, 302}
        assert status(client, address)[0] in expected, address
