"""A body chooses field by field what everybody reads; its IBAN is for few."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from partners.demo_registry import demo_iban
from partners.organisations.enums import MemberRole, OrganisationStatus
from partners.organisations.models import Organisation
from partners.organisations.services import update_organisation
from partners.profiles.enums import PublicFieldName
from partners.profiles.models import PublicField
from partners.profiles.queries import listed, public_profile
from partners.profiles.services import choose_public_fields
from tests.factories.accounts import UserFactory
from tests.factories.partners import MembershipFactory, OrganisationFactory
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry

pytestmark = pytest.mark.django_db


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_everybody_reads_what_was_ticked_and_nothing_else() -> None:
    membership = MembershipFactory(organisation__phone="0000 111222", organisation__description="Ascolta.")
    body, url = membership.organisation, reverse("partners:public_profile", args=[membership.organisation_id])
    client = signed_in(membership.user)
    assert not listed().exists()
    previewed = client.post(url, {"fields": ["phone"], "preview": ""}).content.decode()
    assert "tel:0000111222" in previewed
    assert not PublicField.objects.exists()
    client.post(url, {"fields": ["description", "iban", "email\x00"], "save": ""})
    assert list(PublicField.objects.values_list("name", flat=True)) == ["description"]
    assert public_profile(body).values == {PublicFieldName.DESCRIPTION: "Ascolta."}
    assert list(listed()) == [body]
    client.post(url, {"save": ""})
    assert not listed().exists()
    assert AuditEntry.objects.filter(action="partners.organisation.public_fields_chosen").count() == 2


def test_only_a_verified_body_is_listed() -> None:
    body = MembershipFactory(organisation__status=OrganisationStatus.TO_VERIFY)
    choose_public_fields(organisation=body.organisation, names=["seat"], by=body.user)
    assert not listed().exists()
    shown = signed_in(body.user).get(reverse("partners:public_profile", args=[body.organisation_id]))
    assert "quando il nostro ufficio avrà verificato" in shown.content.decode()


def test_a_persons_tax_code_is_never_public_and_the_list_of_parts_is_closed() -> None:
    body = OrganisationFactory(tax_code="RSSMRA80A01H501U")
    names = set(PublicFieldName)
    assert PublicFieldName.TAX_CODE not in public_profile(body, names).values
    assert "iban" not in names
    with pytest.raises(IntegrityError), transaction.atomic():
        PublicField.objects.create(organisation=body, name="iban")


def test_the_iban_is_whole_for_its_representative_and_the_calls_office_only() -> None:
    membership = MembershipFactory(organisation__iban=demo_iban(7))
    body = membership.organisation
    editor = MembershipFactory(organisation=body, role=MemberRole.EDITOR).user
    own, office = f"/area-riservata/enti/{body.pk}/", reverse("organisations:inspect", args=[body.pk])
    masked = "•••• 0007"
    whole = " ".join(demo_iban(7)[start : start + 4] for start in range(0, 27, 4))
    assert whole in signed_in(membership.user).get(own).content.decode()
    assert whole in signed_in(UserFactory(role=Role.CALLS_OFFICE)).get(office).content.decode()
    for user, address in ((editor, own), (UserFactory(role=Role.RESPONSIBLE_OFFICIAL), office)):
        page = signed_in(user).get(address).content.decode()
        assert masked in page
        assert whole not in page
        assert demo_iban(7) not in page
    edit = signed_in(editor).get(f"{own}modifica/").content.decode()
    assert demo_iban(7) not in edit
    with pytest.raises(PermissionDenied):
        update_organisation(organisation=body, by=editor, iban=demo_iban(8))
    update_organisation(organisation=body, by=membership.user, iban=demo_iban(8))
    trail = AuditEntry.objects.get(action="partners.organisation.updated").data["changes"]["iban"]
    assert trail[1].endswith("•••• 0008")


BAD = [
    ({"name": "Il P\u043ertone"}, "cirillica"),
    ({"name": "x" * 10_000}, "200"),
    ({"vat_number": "123"}, "11 cifre"),
    ({"runts_number": "", "runts_section": "a"}, "Scrivi anche il numero RUNTS"),
    ({"runts_number": "1", "runts_date": "2999-01-01"}, "deve ancora venire"),
    ({"iban": "IT00"}, "non è corretto"),
]


@pytest.mark.parametrize(("given", "words"), BAD)
def test_wrong_data_are_told_and_what_was_written_is_still_there(given: dict[str, str], words: str) -> None:
    membership = MembershipFactory()
    body = membership.organisation
    url = f"/area-riservata/enti/{body.pk}/modifica/"
    answers = {"name": body.name, "legal_form": "odv", "email": body.email, "phone": "0000 999888", **given}
    response = signed_in(membership.user).post(url, answers)
    assert response.status_code == 422
    page = response.content.decode()
    assert words in page
    assert "0000 999888" in page
    assert Organisation.objects.get().phone == ""
    office = reverse("organisations:edit", args=[body.pk])
    staff = signed_in(UserFactory(role=Role.CALLS_OFFICE)).post(office, answers)
    assert staff.status_code == 200
    assert words in staff.content.decode()
