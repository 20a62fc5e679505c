"""The part of the crowd that is bodies and schools."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from django.utils import timezone

from partners.agreements.models import Agreement, Payment
from partners.dossier.enums import DocumentType
from partners.dossier.models import DossierDocument, DossierVersion
from partners.organisations.models import Organisation
from partners.profiles.models import PublicField
from partners.schools.models import Institute, School, SchoolContact
from partners.schools.succession.models import SchoolSuccession
from partners.volunteering.models import VolunteerNotice
from tests.factories.agreements import AgreementFactory, PaymentFactory
from tests.factories.partners import InstituteFactory, SchoolFactory, VolunteerNoticeFactory
from tests.support.bulk import link
from vicinia.accounts.models import User
from vicinia.directory.models import HelpOffered, Need


class CrowdOfPartners:
    """Fills with `count` bodies and schools; `someone` works in all of them."""

    count: int
    someone: User

    def add_dossiers(self, organisations: Sequence[Organisation]) -> None:
        """A document to check of each body."""
        documents = DossierDocument.objects.bulk_create(
            DossierDocument(organisation=each, type=DocumentType.STATUTE) for each in organisations
        )
        DossierVersion.objects.bulk_create(
            DossierVersion(document=each, number=1, year=2020, uploaded_at=timezone.now())
            for each in documents
        )

    def add_agreements(self, organisations: Sequence[Organisation]) -> None:
        """An agreement of each body, with a payment."""
        agreements = Agreement.objects.bulk_create(
            AgreementFactory.build(organisation=each) for each in organisations
        )
        Payment.objects.bulk_create(PaymentFactory.build(agreement=each) for each in agreements)

    def add_schools(self) -> None:
        """Schools, each of its institute, where one person works."""
        institutes = Institute.objects.bulk_create(InstituteFactory.build_batch(self.count))
        schools = School.objects.bulk_create(SchoolFactory.build(institute=each) for each in institutes)
        SchoolContact.objects.bulk_create(
            SchoolContact(school=each, user=self.someone, status="confirmed") for each in schools
        )
        SchoolSuccession.objects.bulk_create(
            SchoolSuccession(closed=each, successor=other, score=50, reasons=["same_name"])
            for each, other in pairwise(schools)
        )

    def add_associations(self) -> None:
        """The bodies in the directory, all answering the same need."""
        bodies = list(Organisation.objects.all())
        PublicField.objects.bulk_create(PublicField(organisation=each, name="email") for each in bodies)
        VolunteerNotice.objects.bulk_create(
            VolunteerNoticeFactory.build(organisation=each) for each in bodies
        )
        offered = HelpOffered.objects.bulk_create(HelpOffered(organisation=each) for each in bodies)
        link(HelpOffered._meta.get_field("needs"), offered, Need.objects.get(slug="bisogno"))
