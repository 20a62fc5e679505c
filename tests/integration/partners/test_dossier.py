"""A body's dossier: a version is brought, checked, counts until its day; nothing is doubled or lost."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from partners.dossier.catalogue import CATALOGUE
from partners.dossier.details import Details, settled
from partners.dossier.enums import CheckStatus, DocumentType, Standing
from partners.dossier.models import DossierVersion
from partners.dossier.queries import entry_of
from partners.dossier.services import (
    AlreadyUploaded,
    approve_version,
    approve_versions,
    reject_version,
)
from partners.organisations.enums import MemberRole
from tests.factories.accounts import UserFactory
from tests.factories.calls import association, official
from tests.factories.documents import pdf_bytes
from tests.factories.dossiers import approved, in_days, uploaded
from tests.factories.partners import MembershipFactory
from vicinia.core.audit.models import AuditEntry
from vicinia.core.clock import database_day
from vicinia.core.files.models import StoredFile
from vicinia.core.files.services import FileRefused
from vicinia.core.state import StepRefused

pytestmark = pytest.mark.django_db
INSURANCE = DocumentType.INSURANCE


def insurance_of(body: Any) -> Any:
    return entry_of(body, INSURANCE, database_day())


def test_a_document_counts_once_the_office_has_approved_it() -> None:
    body = association()
    version = uploaded(body, reference="Polizza n. 118")
    assert insurance_of(body).standing == Standing.TO_CHECK
    assert insurance_of(body).valid is None
    approve_version(version=version, by=official())
    assert insurance_of(body).standing == Standing.VALID
    entries = AuditEntry.objects.filter(target_type="partners.dossierversion")
    actions = set(entries.values_list("action", flat=True))
    assert actions == {"partners.dossier.uploaded", "partners.dossier.approved"}


def test_what_counted_goes_on_counting_while_the_new_version_is_checked_or_rejected() -> None:
    body = association()
    first = approved(body)
    second = uploaded(body)
    assert (insurance_of(body).latest, insurance_of(body).valid) == (second, first)
    reject_version(version=second, reason="Manca una pagina.", by=official())
    assert insurance_of(body).standing == Standing.REJECTED
    assert insurance_of(body).valid == first
    third = approved(body)
    assert insurance_of(body).valid == third
    assert [each.number for each in insurance_of(body).versions] == [3, 2, 1]


def test_a_newer_version_takes_the_place_of_one_that_was_not_checked_yet() -> None:
    body = association()
    first, second = uploaded(body), uploaded(body)
    first.refresh_from_db()
    assert first.status == CheckStatus.REPLACED
    with pytest.raises(StepRefused):
        approve_version(version=first, by=official())
    assert DossierVersion.objects.filter(status=CheckStatus.TO_CHECK).get() == second


def test_the_day_alone_says_what_has_expired() -> None:
    body = association()
    version = approved(body, expires_on=in_days(0))
    assert insurance_of(body).standing == Standing.EXPIRING
    DossierVersion.objects.filter(pk=version.pk).update(expires_on=in_days(-1))
    assert insurance_of(body).standing == Standing.EXPIRED
    assert insurance_of(body).valid is None
    for standing in (Standing.EXPIRED, Standing.VALID, Standing.EXPIRING):
        found = DossierVersion.objects.standing(standing, database_day())
        assert found.exists() == (standing == Standing.EXPIRED)


def test_the_same_file_twice_is_not_doubled() -> None:
    body, content = association(), pdf_bytes(pages=3)
    uploaded(body, content=content)
    with pytest.raises(AlreadyUploaded, match="questo file"):
        uploaded(body, content=content)
    assert (DossierVersion.objects.count(), StoredFile.objects.count()) == (1, 1)
    # With the date put right it is another version.
    uploaded(body, content=content, expires_on=in_days(40))
    assert DossierVersion.objects.filter(status=CheckStatus.TO_CHECK).count() == 1


def test_a_rejected_file_sent_again_as_it_was_is_not_accepted() -> None:
    body, content = association(), pdf_bytes(pages=4)
    version = uploaded(body, content=content)
    reject_version(version=version, reason="Non è firmata.", by=official())
    with pytest.raises(AlreadyUploaded, match="respinto"):
        uploaded(body, content=content)


@pytest.mark.parametrize(
    ("type", "details", "field"),
    [
        (INSURANCE, {}, "expires_on"),
        (INSURANCE, {"expires_on": -1}, "expires_on"),
        (INSURANCE, {"issued_on": 1, "expires_on": 30}, "issued_on"),
        (INSURANCE, {"issued_on": 0, "expires_on": -3}, "expires_on"),
        (DocumentType.REQUIREMENTS, {}, "issued_on"),
        (DocumentType.REQUIREMENTS, {"issued_on": -190}, "issued_on"),
        (DocumentType.STATUTE, {}, "year"),
        (DocumentType.STATUTE, {"year": 3000}, "year"),
        (DocumentType.BUDGET, {"year": 2010}, "year"),
        # From there no day could be counted.
        (DocumentType.BUDGET, {"year": 10_000}, "year"),
        (DocumentType.REQUIREMENTS, {"issued_on": date.max}, "issued_on"),
    ],
)
def test_a_date_that_cannot_be_is_told_at_its_field(
    type: DocumentType, details: dict[str, Any], field: str
) -> None:
    given = {
        name: value if name == "year" or isinstance(value, date) else in_days(value)
        for name, value in details.items()
    }
    with pytest.raises(ValidationError) as refusal:
        settled(CATALOGUE[type], Details(**given), today=database_day())
    assert list(refusal.value.message_dict) == [field]


def test_a_reference_is_kept_without_a_file_and_a_durc_is_not_the_bodys_to_bring() -> None:
    body = association()
    version = uploaded(body, DocumentType.STATUTE, year=2019)
    assert (version.file, version.year) == (None, 2019)
    with pytest.raises(PermissionDenied):
        uploaded(body, DocumentType.DURC, issued_on=in_days(0))


def test_a_file_that_is_refused_leaves_everything_as_it_was() -> None:
    body = association()
    first = approved(body)
    with pytest.raises(FileRefused):
        uploaded(body, content=b"PK\x03\x04 not what it says")
    assert insurance_of(body).latest == first
    assert StoredFile.objects.count() == 1


def test_readers_and_strangers_bring_nothing_and_members_decide_nothing() -> None:
    body = association()
    reader = MembershipFactory(organisation=body, role=MemberRole.READER).user
    for person in (reader, UserFactory(), official()):
        with pytest.raises(PermissionDenied):
            uploaded(body, by=person)
    version = uploaded(body)
    member = body.members.order_by("pk")[0]
    with pytest.raises(PermissionDenied):
        approve_version(version=version, by=member)
    with pytest.raises(PermissionDenied):
        reject_version(version=version, reason="Perché sì.", by=member)


def test_a_rejection_needs_a_reason_and_a_decision_is_taken_once() -> None:
    version = uploaded(association())
    with pytest.raises(ValidationError):
        reject_version(version=version, reason="  ", by=official())
    reject_version(version=version, reason="Scaduta.", by=official())
    with pytest.raises(StepRefused):
        approve_version(version=version, by=official())


def test_several_are_approved_at_once_and_those_decided_meanwhile_are_named() -> None:
    first, second = uploaded(association()), uploaded(association())
    reject_version(version=second, reason="Scaduta.", by=official())
    assert approve_versions(versions=[first, second], by=official()) == ([first], [second])
