"""A person asks to be deleted: told what follows, free to change their mind, gone for good afterwards."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core import mail
from django.db import models
from django.test import Client
from django.utils import timezone

from calls.applications.enums import ApplicationStatus
from calls.applications.models import Application
from calls.applications.services import submit_application
from campaigns.newsletter.subscriptions.enums import SubscriberState
from campaigns.newsletter.subscriptions.models import Subscriber
from partners.claims.models import Claim
from partners.dossier.enums import DocumentType
from partners.dossier.models import DossierVersion
from partners.organisations.enums import MemberRole, OrganisationStatus
from partners.organisations.models import Organisation
from partners.schools.models import SchoolContact
from tests.factories.accounts import PASSWORD, UserFactory, confirmed_person
from tests.factories.calls import association, complete_application, draft_application, published_call
from tests.factories.documents import pdf_bytes, upload
from tests.factories.dossiers import in_days, uploaded
from tests.factories.newsletter import make_subscriber
from tests.factories.partners import ClaimFactory, MembershipFactory, OrganisationFactory
from tests.factories.projects import certified, enrol, make_edition, make_school, make_teacher
from tests.support.editing import office
from tests.support.html import read
from vicinia.accounts.erasure.enums import ErasureState
from vicinia.accounts.erasure.models import ErasureRequest
from vicinia.accounts.erasure.services import (
    NotYet,
    ask_erasure,
    carry_out,
    refuse_erasure,
    withdraw_erasure,
)
from vicinia.accounts.erasure.tasks import carry_out_due
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core.files.kinds import PDF
from vicinia.core.files.models import StoredFile
from vicinia.core.files.services import store_upload
from vicinia.core.state import StepRefused

pytestmark = pytest.mark.django_db
PAGE = "/area-riservata/i-miei-dati/cancellazione/"
ADDRESS, FIRST, LAST = "zenobia@example.org", "Zenobia", "Quartarullo"


@pytest.fixture
def person() -> User:
    """Somebody with a little of everything, and a body that others represent too."""
    user = confirmed_person(email=ADDRESS, first_name=FIRST, last_name=LAST)
    body = association(user)
    MembershipFactory(organisation=body)
    submit_application(application=complete_application(published_call(), body), by=user)
    draft = draft_application(published_call(), body)
    draft.started_by = user
    draft.save()
    school = make_school()
    make_teacher(school).school_contacts.update(user=user)
    enrol(make_edition(), school, "3A", by=user)
    certified(school, by=user, label="4B")
    make_subscriber(email=ADDRESS)
    proof = store_upload(upload=upload(pdf_bytes(), f"{LAST}.pdf"), kinds=(PDF,), by=user)
    ClaimFactory(user=user, message=f"Sono {FIRST} {LAST}.", proof=proof)
    office(Role.SCHOOLS_OFFICE).get("/cms/persone-scuole/")
    return user


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def due(request: ErasureRequest) -> ErasureRequest:
    """The same request, whose day has come."""
    ErasureRequest.objects.filter(pk=request.pk).update(due_at=timezone.now() - timedelta(minutes=1))
    return ErasureRequest.objects.get(pk=request.pk)


def where_it_stands(text: str) -> set[str]:
    """Every column of the database in which a text stands."""
    found = set()
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_fields:
            if isinstance(field, models.CharField | models.TextField | models.JSONField):
                values = model._base_manager.values_list(field.attname, flat=True)
                if any(text.lower() in str(value).lower() for value in values):
                    found.add(f"{model._meta.label}.{field.name}")
    return found


def test_the_page_tells_what_goes_what_stays_and_why(person: User) -> None:
    page = read(signed_in(person), PAGE)
    assert page.heading == "Cancella i miei dati"
    assert "conservazione senza il nome della persona" in page.text
    assert "art. 17, par. 3, lett. b" in page.text
    assert "Chiedi la cancellazione" in page.links()


def test_asking_wants_the_password_again_and_can_be_taken_back(
    person: User, django_capture_on_commit_callbacks: Any
) -> None:
    client = signed_in(person)
    answer = client.get(f"{PAGE}conferma/")
    assert answer.status_code == 302
    assert "reauthenticate" in answer["Location"]
    client.post(answer["Location"], {"password": PASSWORD})
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{PAGE}conferma/")
    assert "La tua richiesta è in attesa" in read(client, PAGE).headings()
    assert mail.outbox[-1].to == [ADDRESS]
    client.post(f"{PAGE}annulla/")
    assert ErasureRequest.objects.get().state == ErasureState.WITHDRAWN
    assert "Chiedi la cancellazione" in read(client, PAGE).links()


def test_afterwards_no_text_of_the_database_names_the_person(
    person: User, django_capture_on_commit_callbacks: Any
) -> None:
    request = due(ask_erasure(user=person, by=person))
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        assert carry_out_due.func() == 1
    request.refresh_from_db()
    assert request.state == ErasureState.CARRIED_OUT
    # The consents' proof, and the record of the mails sent, which the queue forgets by itself.
    kept = {"campaigns.Subscriber.email", "django_tasks_database.DBTaskResult.args_kwargs"}
    assert where_it_stands(ADDRESS) <= kept
    assert where_it_stands(LAST) <= kept
    assert "cancellati" in [each.subject for each in mail.outbox if each.to == [ADDRESS]][-1]
    person.refresh_from_db()
    assert str(person) == f"Persona cancellata n. {person.pk}"
    assert not Client().login(email=ADDRESS, password=PASSWORD)
    assert Subscriber.objects.get().state == SubscriberState.UNSUBSCRIBED
    # The identity document that proved a request is nobody's any more.
    assert not Claim.objects.exists()
    assert not StoredFile.objects.filter(name__contains=LAST).exists()


def test_what_shows_who_the_person_is_goes_from_bodies_and_schools_unless_an_act_needs_it(
    person: User,
) -> None:
    body = Organisation.objects.filter(memberships__user=person).earliest("pk")
    card = uploaded(body, DocumentType.IDENTITY, by=person, expires_on=in_days(300), name="zenobia.pdf")
    policy = uploaded(body, by=person)
    other = OrganisationFactory()
    proof = store_upload(upload=upload(pdf_bytes(), "delega.pdf"), kinds=(PDF,), by=person)
    ClaimFactory(organisation=other, user=person, proof=proof, message="Sono la segretaria")
    page = read(signed_in(person), PAGE).text
    assert "Documenti d’identità caricati per un ente" in page
    # A second one was sent with an application: an act that must stay whole.
    second = MembershipFactory(user=person, role=MemberRole.EDITOR).organisation
    used = uploaded(second, DocumentType.IDENTITY, by=person, expires_on=in_days(300))
    sent = Application.objects.filter(status=ApplicationStatus.SUBMITTED).earliest("pk")
    sent.attachments.create(key="identita", file=used.file, dossier_version=used)
    carry_out(request=due(ask_erasure(user=person, by=person)))
    assert not DossierVersion.objects.filter(pk=card.pk).exists()
    assert not StoredFile.objects.filter(pk__in=[card.file_id, proof.pk]).exists()
    assert not Claim.objects.filter(user=person).exists()
    assert not SchoolContact.objects.filter(user=person).exists()
    assert DossierVersion.objects.filter(pk=used.pk).exists()
    policy.refresh_from_db()
    assert policy.uploaded_by is None, "the body keeps it, without the name"


def test_who_is_signed_in_is_out_at_the_next_page(person: User) -> None:
    client = signed_in(person)
    carry_out(request=due(ask_erasure(user=person, by=person)))
    assert client.get("/area-riservata/").status_code == 302


def test_the_only_representative_of_a_verified_body_hands_it_over_first(person: User) -> None:
    body = MembershipFactory(user=person, organisation__name="Il Ponte").organisation
    with pytest.raises(NotYet, match="Il Ponte"):
        ask_erasure(user=person, by=person)
    page = read(signed_in(person), PAGE)
    assert "Il Ponte" in page.text
    assert "Chiedi la cancellazione" not in page.links()
    body.status = OrganisationStatus.TO_VERIFY
    body.save()
    assert ask_erasure(user=person, by=person).is_waiting


def test_who_becomes_the_only_representative_meanwhile_is_not_deleted_yet(person: User) -> None:
    request = due(ask_erasure(user=person, by=person))
    MembershipFactory(user=person, role=MemberRole.LEGAL_REPRESENTATIVE)
    assert carry_out_due.func() == 0
    request.refresh_from_db()
    assert request.is_waiting


def test_before_its_day_and_after_a_change_of_mind_nothing_is_deleted(person: User) -> None:
    request = ask_erasure(user=person, by=person)
    with pytest.raises(StepRefused):
        carry_out(request=request)
    withdraw_erasure(request=request, by=person)
    with pytest.raises(StepRefused):
        carry_out(request=due(request))
    assert User.objects.get(pk=person.pk).email == ADDRESS


def test_the_office_refuses_a_part_in_writing_and_the_rest_is_carried_out(
    person: User, django_capture_on_commit_callbacks: Any
) -> None:
    request = ask_erasure(user=person, by=person)
    administrator = office(Role.ADMINISTRATOR)
    assert (
        "30 giorni" in read(administrator, "/cms/richieste-cancellazione/").text
        or "29 giorni" in read(administrator, "/cms/richieste-cancellazione/").text
    )
    address = f"/cms/richieste-cancellazione/refuse/{request.pk}/"
    assert administrator.post(address, {"refused": ["campaigns"], "reason": ""}).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        administrator.post(address, {"refused": ["campaigns"], "reason": "Il progetto è in corso."})
    assert "Il progetto è in corso." in mail.outbox[-1].body
    assert "Il progetto è in corso." in read(signed_in(person), PAGE).text
    carry_out(request=due(request))
    assert Subscriber.objects.get().state == SubscriberState.CONFIRMED
    assert not User.objects.get(pk=person.pk).is_active


def test_a_whole_refusal_needs_a_reason_and_ends_the_request(person: User) -> None:
    request = ask_erasure(user=person, by=person)
    administrator = UserFactory(role=Role.ADMINISTRATOR)
    refuse_erasure(request=request, refused=["account"], reason="Ricorso in corso.", by=administrator)
    request.refresh_from_db()
    assert request.state == ErasureState.REFUSED
    with pytest.raises(StepRefused):
        carry_out(request=due(request))
