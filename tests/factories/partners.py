"""Bodies, schools and the people who act for them."""

from __future__ import annotations

from datetime import date, timedelta

import factory
from django.utils import timezone

from partners.claims.models import Claim
from partners.invitations.models import Invitation
from partners.officers.enums import Office
from partners.officers.models import Officer
from partners.organisations.enums import LegalForm, MemberRole, OrganisationStatus
from partners.organisations.models import Membership, Organisation
from partners.schools.enums import ContactStatus, SchoolOrder
from partners.schools.models import Institute, School, SchoolContact
from partners.verification.enums import CheckItem, Outcome
from partners.verification.models import VerificationCheck
from partners.volunteering.models import VolunteerNotice

from .accounts import UserFactory

SERVED = "Z999"


def tax_code(number: int) -> str:
    """A right tax code of a body that does not exist: its office number, 999, belongs to nobody."""
    digits = f"{number % 10_000_000:07d}999"
    total = 0
    for position, digit in enumerate(map(int, digits)):
        doubled = digit * 2 if position % 2 else digit
        total += doubled - 9 if doubled > 9 else doubled
    return f"{digits}{-total % 10}"


class OrganisationFactory(factory.django.DjangoModelFactory):
    """A verified volunteer organisation."""

    class Meta:
        model = Organisation

    name = factory.Sequence(lambda number: f"Associazione {number:04d}")
    legal_form = LegalForm.ODV
    # Far from those that tests write out.
    tax_code = factory.Sequence(lambda number: tax_code(500_000 + number))
    email = factory.Sequence(lambda number: f"ente{number}@example.com")
    city = "Fontalba"
    status = OrganisationStatus.VERIFIED


def check_all(organisation: Organisation) -> Organisation:
    """Do every check of the office on a body, so that it can be verified."""
    for item in CheckItem:
        VerificationCheck.objects.get_or_create(
            organisation=organisation,
            item=item,
            defaults={"outcome": Outcome.DONE, "checked_at": timezone.now()},
        )
    return organisation


class MembershipFactory(factory.django.DjangoModelFactory):
    """A person who may write in a body's name."""

    class Meta:
        model = Membership

    organisation = factory.SubFactory(OrganisationFactory)
    user = factory.SubFactory(UserFactory)
    role = MemberRole.LEGAL_REPRESENTATIVE


class OfficerFactory(factory.django.DjangoModelFactory):
    """Who represents a body now."""

    class Meta:
        model = Officer

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda number: f"Persona Esempio {number}")
    office = Office.LEGAL_REPRESENTATIVE
    since = date(2024, 3, 1)


class ClaimFactory(factory.django.DjangoModelFactory):
    """A person who asks to fill in and send for a body."""

    class Meta:
        model = Claim

    organisation = factory.SubFactory(OrganisationFactory)
    user = factory.SubFactory(UserFactory)
    role = MemberRole.EDITOR


class InvitationFactory(factory.django.DjangoModelFactory):
    """An invitation to fill in and send for a body, whose link nobody has: `invite` gives it to a mail."""

    class Meta:
        model = Invitation

    organisation = factory.SubFactory(OrganisationFactory)
    email = factory.Sequence(lambda number: f"invitata{number}@example.com")
    role = MemberRole.EDITOR
    token_sha256 = factory.Sequence(lambda number: f"{number:064x}")
    sent_at = factory.LazyFunction(timezone.now)
    expires_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=7))


class VolunteerNoticeFactory(factory.django.DjangoModelFactory):
    """A notice that holds for a month."""

    class Meta:
        model = VolunteerNotice

    organisation = factory.SubFactory(OrganisationFactory)
    title = factory.Sequence(lambda number: f"Avviso {number:04d}")
    text = "Aiuti con i compiti."
    when = "Martedì pomeriggio"
    contact = "0000 111222"
    published_on = factory.LazyFunction(timezone.localdate)
    expires_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=30))


class InstituteFactory(factory.django.DjangoModelFactory):
    """A comprehensive institute."""

    class Meta:
        model = Institute

    code = factory.Sequence(lambda number: f"MLIC{number:06d}")
    name = factory.Sequence(lambda number: f"Istituto comprensivo {number}")
    is_aggregator = True


class SchoolFactory(factory.django.DjangoModelFactory):
    """A primary school of the municipality served in tests."""

    class Meta:
        model = School

    code = factory.Sequence(lambda number: f"MLEE{number:06d}")
    name = factory.Sequence(lambda number: f"Scuola primaria {number:04d}")
    institute = factory.SubFactory(InstituteFactory)
    order = SchoolOrder.PRIMARY
    municipality_code = SERVED
    municipality = "Fontalba"


class SchoolContactFactory(factory.django.DjangoModelFactory):
    """A teacher whom the institute has confirmed."""

    class Meta:
        model = SchoolContact

    status = ContactStatus.CONFIRMED
    school = factory.SubFactory(SchoolFactory)
    user = factory.SubFactory(UserFactory)
