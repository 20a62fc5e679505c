"""A certificate is the teacher's: issued once, for what took place, theirs in whatever school."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from campaigns.personal import certificates as told_to_the_person
from campaigns.projects.certificates.documents import certificate_pdf
from campaigns.projects.certificates.enums import CertificateState
from campaigns.projects.certificates.models import Certificate
from campaigns.projects.certificates.queries import classes_to_certify
from campaigns.projects.certificates.services import (
    NotIssued,
    annul_certificate,
    issue_certificate,
    write_certificate,
)
from campaigns.projects.enrolments.enums import EnrolmentState
from campaigns.projects.enrolments.models import Enrolment
from campaigns.projects.enrolments.services import cancel_enrolment
from partners.schools.access.services import leave_school
from partners.schools.enums import ContactStatus
from partners.schools.models import School, SchoolContact
from tests.factories.accounts import UserFactory
from tests.factories.projects import certified, make_school, make_teacher, took_part
from tests.support.editing import office
from tests.support.html import read
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry
from vicinia.core.state import StepRefused

pytestmark = pytest.mark.django_db
MINE = "/area-riservata/attestati/"
TODAY = timezone.localdate


@pytest.fixture
def school() -> School:
    return make_school()


@pytest.fixture
def teacher(school: School) -> User:
    return make_teacher(school)


@pytest.fixture
def official() -> User:
    user: User = UserFactory(role=Role.SCHOOLS_OFFICE)
    return user


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def text_of(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def test_a_class_that_took_part_gives_its_teacher_a_numbered_certificate_and_a_mail(
    school: School, teacher: User, official: User, django_capture_on_commit_callbacks: Any
) -> None:
    enrolment = took_part(school, by=teacher)
    assert classes_to_certify(Enrolment.objects.all(), TODAY()).get() == enrolment
    with django_capture_on_commit_callbacks(execute=True):
        first = issue_certificate(enrolment=enrolment, by=official)
    second = issue_certificate(enrolment=took_part(school, by=teacher, label="4B"), by=official)
    year = TODAY().year
    assert [first.code, second.code] == [f"1/{year}", f"2/{year}"]
    assert (first.holder, first.holder_name) == (teacher, teacher.get_full_name())
    assert (first.school_code, first.class_label) == (school.code, "3A")
    (message,) = mail.outbox
    assert message.to == [teacher.email]
    assert f"n. 1/{year}" in message.body
    assert MINE in message.body
    trail = AuditEntry.objects.filter(action="campaigns.certificate.issued")
    assert {entry.actor for entry in trail} == {official}
    # The trail is kept longer than the account: it holds no name of the teacher's.
    assert not trail.filter(target_label__contains=teacher.last_name).exists()


OBSTACLES: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, Any], str]] = {
    "cancelled": ({}, {"state": EnrolmentState.CANCELLED}, {}, "è stata annullata"),
    "waiting": ({}, {"state": EnrolmentState.WAITING, "position": 1}, {}, "in lista d’attesa"),
    "without an end": ({"last_meeting": None}, {}, {}, "non dice quando finisce"),
    "not ended": ({"last_meeting": TODAY()}, {}, {}, "non è ancora finita"),
    "not said to be held": ({"meetings_held": None}, {}, {}, "non dice se si è svolta"),
    "not held": ({"meetings_held": 0}, {}, {}, "Non si è tenuto nessun incontro"),
    "no teacher": ({}, {"teacher": None}, {}, "Non si sa più"),
    "account closed": ({}, {}, {"is_active": False}, "Non si sa più"),
    "no name": ({}, {}, {"first_name": "", "last_name": ""}, "nome e cognome"),
}


@pytest.mark.parametrize("case", OBSTACLES)
def test_what_did_not_take_place_or_is_nobodys_has_no_certificate(
    case: str, school: School, teacher: User, official: User
) -> None:
    edition, enrolment, person, words = OBSTACLES[case]
    found = took_part(school, by=teacher, **edition)
    Enrolment.objects.filter(pk=found.pk).update(**enrolment)
    User.objects.filter(pk=teacher.pk).update(**{"is_active": True, **person})
    with pytest.raises(NotIssued, match=words):
        issue_certificate(enrolment=found, by=official)
    assert not classes_to_certify(Enrolment.objects.all(), TODAY()).exists()
    assert not Certificate.objects.exists()


def test_only_the_schools_office_issues_and_annuls(school: School, teacher: User) -> None:
    enrolment = took_part(school, by=teacher)
    with pytest.raises(PermissionDenied):
        issue_certificate(enrolment=enrolment, by=teacher)
    certificate = certified(school, by=teacher, label="5C")
    with pytest.raises(PermissionDenied):
        annul_certificate(certificate=certificate, reason="Così", by=UserFactory(role=Role.DIRECTOR))


def test_a_teacher_who_moves_keeps_the_certificates_which_say_the_old_school(
    school: School, teacher: User
) -> None:
    certificate = certified(school, by=teacher)
    old_name, project = school.name, certificate.project_title
    leave_school(contact=SchoolContact.objects.get(user=teacher), by=teacher)
    SchoolContact.objects.create(school=make_school(), user=teacher, status=ContactStatus.CONFIRMED)
    colleague = make_teacher(school)
    # Names change afterwards; what was certified does not.
    School.objects.filter(pk=school.pk).update(name="Un altro nome")
    certificate.enrolment.edition.project.title = "Un altro titolo"
    certificate.enrolment.edition.project.save()
    page = read(signed_in(teacher), MINE)
    assert old_name in page.text
    assert project in page.text
    pdf = signed_in(teacher).get(page.links()[f"Scarica il n. {certificate.code} (PDF)"])
    assert old_name in text_of(pdf.getvalue())
    assert f"attestato-{certificate.code.replace('/', '-')}-" in pdf["Content-Disposition"]
    assert "I miei attestati" in read(signed_in(teacher), "/area-riservata/").headings()
    # Whoever works there now sees the class, and no certificate of others.
    assert read(signed_in(colleague), "/area-riservata/adesioni/").cards()
    assert "Ancora nessun attestato" in read(signed_in(colleague), MINE).headings()


def test_the_certificate_is_a_tagged_pdf_that_says_what_was_certified(school: School, teacher: User) -> None:
    certificate = certified(school, by=teacher)
    content = certificate_pdf(certificate)
    reader = PdfReader(io.BytesIO(content))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == "it"
    text = text_of(content)
    for expected in (teacher.get_full_name(), school.name, school.code, "3A", certificate.code, "445/2000"):
        assert expected in text
    assert content == certificate_pdf(Certificate.objects.get())


def test_an_annulled_certificate_gives_its_reason_and_makes_room_for_another(
    school: School, teacher: User, official: User, django_capture_on_commit_callbacks: Any
) -> None:
    certificate = certified(school, by=teacher)
    with pytest.raises(ValidationError):
        annul_certificate(certificate=certificate, reason=" ", by=official)
    with django_capture_on_commit_callbacks(execute=True):
        annul_certificate(certificate=certificate, reason="Classe sbagliata.", by=official)
    assert "Classe sbagliata." in mail.outbox[-1].body
    page = read(signed_in(teacher), MINE)
    assert "Classe sbagliata." in page.text
    assert signed_in(teacher).get(f"{MINE}{certificate.pk}/pdf/").status_code == 404
    with pytest.raises(StepRefused):
        annul_certificate(certificate=certificate, reason="Ancora.", by=official)
    again = issue_certificate(enrolment=certificate.enrolment, by=official)
    assert again.register_number == certificate.register_number + 1
    (_number, *_rest, annulled, reason) = told_to_the_person(teacher).rows[1]
    assert (annulled, reason) == ("annullato", "Classe sbagliata.")


def test_a_certified_class_is_not_cancelled(school: School, teacher: User, official: User) -> None:
    certificate = certified(school, by=teacher)
    with pytest.raises(StepRefused, match="attestato"):
        cancel_enrolment(enrolment=certificate.enrolment, by=official)
    page = f"/area-riservata/adesioni/{certificate.enrolment_id}/"
    assert "Annulla l’adesione" not in read(signed_in(teacher), page).links()
    assert signed_in(teacher).get(f"{page}annulla/")["Location"] == page


def test_the_database_lets_one_certificate_count_and_none_be_nameless(school: School, teacher: User) -> None:
    certificate = certified(school, by=teacher)
    for wrong in (
        lambda: write_certificate(enrolment=certificate.enrolment, at=timezone.now(), by=None),
        lambda: Certificate.objects.update(holder_name=""),
        lambda: Certificate.objects.update(state=CertificateState.ANNULLED, annulled_at=timezone.now()),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong()


def test_the_office_reads_who_gets_one_and_who_does_not_before_issuing(school: School, teacher: User) -> None:
    ready, has_one = took_part(school, by=teacher), certified(school, by=teacher, label="4B").enrolment
    cancelled = took_part(school, by=teacher, label="5C")
    Enrolment.objects.filter(pk=cancelled.pk).update(state=EnrolmentState.CANCELLED)
    client = office(Role.SCHOOLS_OFFICE)
    to_issue = client.get("/cms/progetti-scuole/adesioni/?certificate=to_issue").content.decode()
    assert [f"/inspect/{each.pk}/" in to_issue for each in (ready, has_one, cancelled)] == [
        True,
        False,
        False,
    ]
    action = reverse("wagtail_bulk_action", args=["campaigns", "enrolment", "issue_certificates"])
    ticked = f"{action}?id={ready.pk}&id={has_one.pk}&id={cancelled.pk}"
    question = client.get(ticked).content.decode()
    assert f"<strong>{teacher.get_full_name()}</strong>: {ready}" in question
    assert "Per questa classe c’è già un attestato." in question
    for _time in range(2):
        answer = client.post(ticked, {"next": "/cms/progetti-scuole/adesioni/"}, follow=True).content.decode()
    assert "3 classi senza attestato" in answer
    assert [each.enrolment for each in Certificate.objects.order_by("pk")] == [has_one, ready]
    assert client.get(f"{action}?id=x&id={'9' * 30}").status_code == 404


def test_the_office_annuls_from_the_page_of_the_certificate(school: School, teacher: User) -> None:
    certificate = certified(school, by=teacher)
    client = office(Role.SCHOOLS_OFFICE)
    page = reverse("certificates_office:inspect", args=[certificate.pk])
    assert teacher.get_full_name() in client.get(page).content.decode()
    annul = reverse("certificates_office:annul", args=[certificate.pk])
    assert "alunn" in client.post(annul, {"reason": "L’alunno Rossi era assente"}).content.decode()
    client.post(annul, {"reason": "Doppio."})
    assert "Doppio." in client.get(page).content.decode()
    assert client.get(reverse("certificates_office:file", args=[certificate.pk])).status_code == 404
    # From a page that is not of now.
    assert "non è possibile" in client.post(annul, {"reason": "Doppio."}, follow=True).content.decode()
