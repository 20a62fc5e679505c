"""A person asks to act for a body that is here already; its representative or the office decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail as outbox
from django.core.exceptions import PermissionDenied
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from partners.claims import services
from partners.claims.models import Claim
from partners.organisations.enums import MemberRole, OrganisationStatus
from partners.organisations.models import Organisation
from partners.verification.services import ask
from tests.factories.accounts import UserFactory
from tests.factories.documents import pdf_bytes
from tests.factories.partners import ClaimFactory, MembershipFactory, OrganisationFactory, tax_code
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core.files.models import StoredFile

Commit = Callable[..., Any]
pytestmark = pytest.mark.django_db
ASK = "/area-riservata/enti/richiesta/"


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page(response: Any) -> str:
    return " ".join(response.content.decode().split())


def answers(**changed: Any) -> dict[str, Any]:
    return {"tax_code": tax_code(9), "role": "editor", "message": "Sono la tesoriera.", **changed}


def test_the_office_lets_in_who_shows_a_document_for_a_body_without_people(
    django_capture_on_commit_callbacks: Commit,
) -> None:
    body = OrganisationFactory(name="La Soglia", tax_code=tax_code(9))
    person, official = UserFactory(), UserFactory(role=Role.CALLS_OFFICE)
    client = signed_in(person)
    refused = client.post(ASK, answers())
    assert refused.status_code == 422
    assert "documento d’identità" in page(refused)
    assert "La Soglia" not in page(refused)
    proof = SimpleUploadedFile("carta.pdf", pdf_bytes(), content_type="application/pdf")
    assert client.post(ASK, answers(proof=proof)).status_code == 302
    claim = Claim.objects.get()
    office = signed_in(official)
    decide = reverse("organisations:claim", args=[claim.pk])
    assert decide in page(office.get(reverse("organisations:inspect", args=[body.pk])))
    assert "Sono la tesoriera." in page(office.get(decide))
    file = office.get(reverse("organisations:claim_file", args=[claim.pk]))
    assert file["Content-Type"] == "application/pdf"
    file.getvalue()
    with django_capture_on_commit_callbacks(execute=True):
        office.post(decide, {"decision": "yes", "reason": ""})
    assert body.memberships.get().user == person
    assert outbox.outbox[-1].to == [person.email]
    again = office.post(decide, {"decision": "no", "reason": "Ripensamento"})
    assert "stata decisa nel frattempo" in page(again)


def test_the_representative_decides_where_there_is_one_and_a_no_has_its_reason(
    django_capture_on_commit_callbacks: Commit,
) -> None:
    own = MembershipFactory(organisation__tax_code=tax_code(9))
    person = UserFactory()
    with django_capture_on_commit_callbacks(execute=True):
        assert signed_in(person).post(ASK, answers()).status_code == 302
    assert outbox.outbox[-1].to == [own.user.email]
    claim = Claim.objects.get()
    client = signed_in(own.user)
    decide = f"/area-riservata/enti/{own.organisation_id}/persone/richieste/{claim.pk}/"
    assert decide in page(client.get("/area-riservata/"))
    assert client.post(decide, {"decision": "no", "reason": " "}).status_code == 422
    with django_capture_on_commit_callbacks(execute=True):
        client.post(decide, {"decision": "no", "reason": "Non ti conosciamo."})
    assert "Non ti conosciamo." in outbox.outbox[-1].body
    assert own.organisation.memberships.count() == 1
    # A refusal is not for ever.
    assert signed_in(person).post(ASK, answers()).status_code == 302


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("unknown", "non c’è ancora"),
        ("member", "Operi già"),
        ("twice", "già chiesto"),
        ("wrong", "non è corretto"),
    ],
)
def test_a_request_that_makes_no_sense_is_refused_at_the_tax_code(case: str, words: str) -> None:
    person = UserFactory()
    body = OrganisationFactory(tax_code=tax_code(8 if case == "unknown" else 9))
    if case == "member":
        MembershipFactory(organisation=body, user=person)
    if case == "twice":
        ClaimFactory(organisation=body, user=person)
    code = tax_code(9)[:-1] + ("0" if tax_code(9)[-1] != "0" else "1") if case == "wrong" else tax_code(9)
    answer = signed_in(person).post(ASK, answers(tax_code=code))
    assert answer.status_code == 422
    assert "tax_code" in answer.context["form"].errors
    assert words in page(answer)


def test_a_file_that_is_not_what_it_says_is_refused_and_nothing_is_asked() -> None:
    OrganisationFactory(tax_code=tax_code(9))
    proof = SimpleUploadedFile("carta.pdf", b"MZ\x90\x00", content_type="application/pdf")
    answer = signed_in(UserFactory()).post(ASK, answers(proof=proof))
    assert answer.status_code == 422
    assert "proof" in answer.context["form"].errors
    assert not Claim.objects.exists()


def test_the_document_of_a_request_that_is_refused_is_kept_nowhere(
    django_capture_on_commit_callbacks: Commit,
) -> None:
    person = UserFactory()
    MembershipFactory(organisation__tax_code=tax_code(9), user=person)
    proof = SimpleUploadedFile("carta.pdf", pdf_bytes(), content_type="application/pdf")
    kept: list[str] = []
    storage = storages["private"]
    with (
        django_capture_on_commit_callbacks(execute=True),
        pytest.MonkeyPatch.context() as patch,
    ):
        save = storage.save
        patch.setattr(storage, "save", lambda *args, **more: kept.append(save(*args, **more)) or kept[-1])
        assert signed_in(person).post(ASK, answers(proof=proof)).status_code == 422
    assert not StoredFile.objects.exists()
    assert [storage.exists(name) for name in kept] == [False]


def test_a_suspended_body_asks_nothing_of_its_people_that_they_may_not_do() -> None:
    own = MembershipFactory()
    claim = ClaimFactory(organisation=own.organisation)
    ask(organisation=own.organisation, text="Dov’è la sede?", by=UserFactory(role=Role.CALLS_OFFICE))
    urls = (f"richieste/{claim.pk}/", f"/{own.organisation_id}/messaggi/")
    area = page(signed_in(own.user).get("/area-riservata/"))
    assert all(url in area for url in urls)
    Organisation.objects.update(status=OrganisationStatus.SUSPENDED, status_reason="Sede chiusa")
    area = page(signed_in(own.user).get("/area-riservata/"))
    assert not any(url in area for url in urls)


def test_an_editor_of_the_body_and_a_stranger_do_not_decide() -> None:
    claim = ClaimFactory()
    editor = MembershipFactory(organisation=claim.organisation, role=MemberRole.EDITOR)
    for user in (editor.user, UserFactory(), UserFactory(role=Role.DIRECTOR), claim.user):
        with pytest.raises(PermissionDenied):
            services.approve(claim=claim, by=user)


def test_who_registers_with_the_tax_code_of_another_person_reads_why_not() -> None:
    answer = signed_in(UserFactory(first_name="Ada", last_name="Bianchi")).post(
        "/area-riservata/enti/nuovo/",
        {
            "tax_code": "RSSMRA80A41Z999C",
            "name": "Ditta",
            "legal_form": "company",
            "email": "a@example.com",
            "role": "legal_representative",
        },
    )
    assert answer.status_code == 422
    assert "non è il tuo" in page(answer)
