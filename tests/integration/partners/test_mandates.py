"""Who signs in the representative's place, with which mandate of the body's documents."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from partners.dossier.enums import DocumentType
from partners.dossier.models import DossierVersion
from partners.memberships import services
from partners.memberships.mandates import told
from partners.organisations.enums import MemberRole
from partners.organisations.models import Membership
from tests.factories.dossiers import approved, in_days, uploaded
from tests.factories.partners import MembershipFactory
from vicinia.core.audit.models import AuditEntry

pytestmark = pytest.mark.django_db
MANDATE = DocumentType.MANDATE


@pytest.fixture
def own() -> Membership:
    membership: Membership = MembershipFactory()
    return membership


@pytest.fixture
def delegate(own: Membership) -> Membership:
    membership: Membership = MembershipFactory(organisation=own.organisation, role=MemberRole.EDITOR)
    return membership


@pytest.fixture
def mandate(own: Membership) -> DossierVersion:
    return approved(own.organisation, MANDATE, reference="Verbale n. 7", expires_on=in_days(90))


def test_the_representative_gives_a_mandate_of_the_dossier_and_everybody_reads_it(
    own: Membership, delegate: Membership, mandate: DossierVersion
) -> None:
    client = Client()
    client.force_login(own.user)
    page = f"/area-riservata/enti/{own.organisation_id}/persone/{delegate.pk}/"
    assert "Nessuna delega" in client.get(page).content.decode()
    answer = client.post(page, {"role": "editor", "mandate": mandate.pk}, follow=True)
    assert "Delega «Verbale n. 7», valida fino a " in answer.content.decode()
    delegate.refresh_from_db()
    assert delegate.mandate == mandate
    assert AuditEntry.objects.get(action="partners.member.mandate_given").data["mandate"] == "Verbale n. 7"
    client.post(page, {"role": "editor", "mandate": ""})
    delegate.refresh_from_db()
    assert delegate.mandate is None


def test_a_mandate_that_ends_says_so_and_one_that_waits_too(own: Membership, delegate: Membership) -> None:
    waiting = uploaded(own.organisation, MANDATE, reference="Verbale n. 8", expires_on=in_days(10))
    given = services.give_mandate(membership=delegate, mandate=waiting, by=own.user)
    assert "ancora da controllare" in told(given, in_days(0))
    assert "scaduta " in told(given, in_days(11))


def test_who_becomes_the_representative_needs_it_no_more(
    own: Membership, delegate: Membership, mandate: DossierVersion
) -> None:
    services.give_mandate(membership=delegate, mandate=mandate, by=own.user)
    services.hand_over(membership=delegate, keep=MemberRole.EDITOR, by=own.user)
    delegate.refresh_from_db()
    assert delegate.mandate is None
    with pytest.raises(ValidationError, match="non ha bisogno"):
        services.give_mandate(membership=delegate, mandate=mandate, by=delegate.user)


def test_no_other_document_is_a_mandate_and_nobody_else_gives_one(
    own: Membership, delegate: Membership, mandate: DossierVersion
) -> None:
    insurance = uploaded(own.organisation)
    anothers = uploaded(MembershipFactory().organisation, MANDATE)
    for wrong in (insurance, anothers):
        with pytest.raises(ValidationError, match="non vale più"):
            services.give_mandate(membership=delegate, mandate=wrong, by=own.user)
    with pytest.raises(PermissionDenied):
        services.give_mandate(membership=delegate, mandate=mandate, by=delegate.user)
    delegate.refresh_from_db()
    assert delegate.mandate is None
