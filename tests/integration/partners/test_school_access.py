"""A person asks to act for a school; the institute, from its own mail, or the office says yes or no."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partners.schools.access import services
from partners.schools.access.services import AccessRefused, ask_access, leave_school
from partners.schools.enums import Capacity, ContactStatus
from partners.schools.models import School, SchoolContact
from partners.schools.queries import can_act_for_school
from partners.schools.referents.models import Referent
from partners.schools.referents.services import ReferentRefused, become_referent
from partners.schools.referents.tasks import ask_for_referents, remind_referents
from partners.schools.school_years import shifted, this_school_year
from tests.factories.accounts import UserFactory
from tests.factories.partners import SERVED, InstituteFactory, SchoolContactFactory, SchoolFactory
from tests.factories.projects import enrol, make_edition
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry
from vicinia.core.state import StepRefused
from vicinia.territory.models import ServedMunicipality

pytestmark = pytest.mark.django_db
INSTITUTE = "istituto@istruzione.example"


@pytest.fixture
def school(db: None) -> School:
    ServedMunicipality.objects.create(name="Fontalba", cadastral_code=SERVED)
    return SchoolFactory(name="Le Mura", institute=InstituteFactory(email=INSTITUTE))


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def link_in(message: Any) -> str:
    """The path of the link in the mail to the institute."""
    found = re.search(r"http\S+(/scuole/conferma/\S+/)", message.body)
    assert found, message.body
    return found[1]


def asked(school: School, capture: Any, **options: Any) -> tuple[SchoolContact, str]:
    """A request, and the path of the link that the institute got."""
    mail.outbox.clear()
    with capture(execute=True):
        contact = ask_access(school=school, by=UserFactory(), **options)
    return contact, link_in(mail.outbox[0])


def test_only_the_registrys_address_is_written_to_and_it_decides_once(
    school: School, django_capture_on_commit_callbacks: Any
) -> None:
    contact, path = asked(school, django_capture_on_commit_callbacks)
    assert mail.outbox[0].to == [INSTITUTE]
    assert not can_act_for_school(contact.user, school), "nobody acts before the institute says so"
    institute = Client()
    assert contact.user.email in institute.get(path).content.decode()
    contact.refresh_from_db()
    assert contact.status == ContactStatus.DECLARED, "looking decides nothing: mail filters open links"
    with django_capture_on_commit_callbacks(execute=True):
        assert "Confermato, grazie" in institute.post(path, {"answer": "yes"}).content.decode()
    assert can_act_for_school(contact.user, school)
    assert mail.outbox[-1].to == [contact.user.email]
    assert "già stata presa una decisione" in institute.post(path, {"answer": "no"}).content.decode()
    assert can_act_for_school(contact.user, school)
    entry = AuditEntry.objects.get(action="partners.school_contact.confirmed")
    assert (entry.actor, entry.data["how"]) == (None, "institute")


def test_what_is_kept_cannot_be_used_as_the_link(
    school: School, django_capture_on_commit_callbacks: Any
) -> None:
    contact, path = asked(school, django_capture_on_commit_callbacks)
    assert contact.link_hash
    assert contact.link_hash not in path
    page = Client().get(reverse("partners:school_confirm", args=[contact.link_hash]))
    assert page.status_code == 404
    assert "non è valido" in page.content.decode()


def test_an_expired_or_replaced_link_changes_nothing(
    school: School, django_capture_on_commit_callbacks: Any
) -> None:
    contact, path = asked(school, django_capture_on_commit_callbacks)
    SchoolContact.objects.update(link_sent_at=timezone.now() - timedelta(days=7, minutes=1))
    assert Client().get(path).status_code == 410
    assert "scaduto" in Client().post(path, {"answer": "yes"}).content.decode()
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        signed_in(contact.user).post(reverse("partners:school_write", args=[school.pk]))
    assert Client().get(path).status_code == 404
    assert Client().post(link_in(mail.outbox[0]), {"answer": "no"}).status_code == 200
    contact.refresh_from_db()
    assert contact.status == ContactStatus.REFUSED
    with pytest.raises(AccessRefused, match="detto di no"):
        ask_access(school=school, by=contact.user)


def test_an_institute_is_not_flooded_with_requests(school: School) -> None:
    person = UserFactory()
    contact = ask_access(school=school, by=person)
    with pytest.raises(AccessRefused, match="un’ora"):
        services.send_link_again(contact=contact, by=person)
    for _number in range(2):
        ask_access(school=SchoolFactory(), by=person)
    with pytest.raises(AccessRefused, match="tre richieste"):
        ask_access(school=SchoolFactory(), by=person)
    SchoolContact.objects.update(status=ContactStatus.LEFT)
    for _number in range(2):
        ask_access(school=SchoolFactory(), by=person)
    with pytest.raises(AccessRefused, match="domani"):
        ask_access(school=SchoolFactory(), by=person)


def test_without_an_address_the_office_decides_and_the_person_is_told_so(school: School) -> None:
    lonely = SchoolFactory(institute=None)
    contact = ask_access(school=lonely, by=UserFactory())
    page = signed_in(contact.user).get(reverse("partners:school", args=[lonely.pk])).content.decode()
    assert "deciderà il nostro ufficio" in page


def test_the_office_confirms_refuses_with_a_reason_and_lets_in_again(
    school: School, django_capture_on_commit_callbacks: Any
) -> None:
    contact = ask_access(school=school, by=UserFactory())
    office = signed_in(UserFactory(role=Role.SCHOOLS_OFFICE))
    office.post(reverse("school_contacts:approve", args=[contact.pk]))
    assert can_act_for_school(contact.user, school)
    with pytest.raises(ValidationError):
        services.refuse_access(contact=contact, reason="\x01 ", by=UserFactory(role=Role.SCHOOLS_OFFICE))
    refuse = reverse("school_contacts:refuse", args=[contact.pk])
    assert "obbligatorio" in office.post(refuse, {"reason": " "}).content.decode()
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        office.post(refuse, {"reason": "Non lavora più qui."})
    assert not can_act_for_school(contact.user, school)
    assert "Non lavora più qui." in mail.outbox[0].body
    page = signed_in(contact.user).get(reverse("partners:school", args=[school.pk])).content.decode()
    assert "Non lavora più qui." in page
    with pytest.raises(StepRefused):
        services.refuse_access(contact=contact, reason="x", by=UserFactory(role=Role.SCHOOLS_OFFICE))
    office.post(reverse("school_contacts:approve", args=[contact.pk]))
    assert can_act_for_school(contact.user, school)


def test_a_reason_that_seems_to_name_a_pupil_warns_once_and_does_not_stop(school: School) -> None:
    contact, office = SchoolContactFactory(school=school), signed_in(UserFactory(role=Role.SCHOOLS_OFFICE))
    refuse = reverse("school_contacts:refuse", args=[contact.pk])
    for text in ("Ha scritto dell’alunna Sofia.", "RSSMRA15A41H501X"):
        assert "dati personali di alunne e alunni" in office.post(refuse, {"reason": text}).content.decode()
    contact.refresh_from_db()
    assert contact.status == ContactStatus.CONFIRMED
    office.post(refuse, {"reason": "Ha scritto dell’alunna Sofia.", "reason_is_fine": "on"})
    contact.refresh_from_db()
    assert contact.status == ContactStatus.REVOKED


def test_the_office_sees_the_schools_without_a_contact_person_and_reminds_once_a_week(
    school: School, django_capture_on_commit_callbacks: Any
) -> None:
    former, colleague = SchoolContactFactory(school=school), SchoolContactFactory()
    served = SchoolContactFactory(school=SchoolFactory(name="Con referente"))
    become_referent(contact=served, by=served.user)
    become_referent(contact=former, by=former.user)
    Referent.objects.filter(contact=former).update(school_year=shifted(this_school_year(), -1))
    SchoolFactory(name="Altrove", municipality_code="Z998")
    office = signed_in(UserFactory(role=Role.SCHOOLS_OFFICE))
    index, remind = reverse("school_referents:index"), reverse("school_referents:remind")
    page = office.get(index).content.decode()
    assert f"da confermare: l’ultimo è del {shifted(this_school_year(), -1)}" in page
    assert "mai indicato" in page
    assert "Con referente" not in page
    assert "Altrove" not in page
    assert colleague.school.name not in office.get(index, {"state": "scaduto"}).content.decode()
    sheet = office.get(index, {"export": "csv"})
    assert str(former.user) in b"".join(sheet).decode()
    mail.outbox.clear()
    for sent in (2, 0):
        with django_capture_on_commit_callbacks(execute=True):
            answer = office.post(remind, follow=True).content.decode()
        assert ("2 e-mail in partenza" in answer) is bool(sent)
    ask_for_referents.call()
    assert sorted(message.to[0] for message in mail.outbox) == sorted(
        [former.user.email, colleague.user.email]
    )
    assert "da confermare entro" in mail.outbox[0].body or "entro" in mail.outbox[1].body


def test_an_institute_has_one_office_which_acts_for_all_its_schools(school: School) -> None:
    sister = SchoolFactory(institute=school.institute)
    by = UserFactory(role=Role.SCHOOLS_OFFICE)
    first, second = (
        services.approve_access(
            contact=ask_access(school=each, by=UserFactory(), capacity=Capacity.OFFICE), by=by
        )
        for each in (school, sister)
    )
    assert can_act_for_school(second.user, school)
    assert not can_act_for_school(first.user, sister), "the new office took its place"
    assert not can_act_for_school(second.user, SchoolFactory())


def test_who_leaves_sees_no_class_and_the_school_keeps_them(
    school: School, django_capture_on_commit_callbacks: Any
) -> None:
    leaver, colleague = SchoolContactFactory(school=school), SchoolContactFactory(school=school)
    booked = enrol(make_edition(), school, "3A", by=leaver.user)
    become_referent(contact=leaver, by=leaver.user)
    signed_in(leaver.user).post(reverse("partners:school_leave", args=[school.pk]))
    page = reverse("projects:enrolment", args=[booked.pk])
    assert signed_in(leaver.user).get(page).status_code == 404
    assert signed_in(leaver.user).get(reverse("partners:school", args=[school.pk])).status_code == 404
    assert "3A" in signed_in(leaver.user).get(reverse("projects:mine")).content.decode()
    assert signed_in(colleague.user).get(page).status_code == 200
    become_referent(contact=colleague, by=colleague.user)
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        signed_in(colleague.user).post(reverse("projects:cancel", args=[booked.pk]))
    assert [message.to for message in mail.outbox] == [[colleague.user.email]]


def test_a_school_has_one_contact_person_a_year_and_september_asks_again(
    school: School, django_capture_on_commit_callbacks: Any
) -> None:
    first, second = SchoolContactFactory(school=school), SchoolContactFactory(school=school)
    become_referent(contact=first, by=first.user)
    with pytest.raises(ReferentRefused):
        become_referent(contact=second, by=second.user)
    Referent.objects.update(school_year=shifted(this_school_year(), -1))
    mail.outbox.clear()
    for _time in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            remind_referents.call()
    assert [message.to for message in mail.outbox] == [[first.user.email]], "twice is once"
    # Also for a run that has read the list before the other wrote.
    with django_capture_on_commit_callbacks(execute=True), pytest.MonkeyPatch.context() as patch:
        patch.setattr("partners.schools.referents.services.waiting_for_mail", Referent.objects.all)
        remind_referents.call()
    assert len(mail.outbox) == 1
    area = signed_in(first.user).get(reverse("reserved_area")).content.decode()
    assert f"ancora referente di «Le Mura» per il {this_school_year()}" in area
    signed_in(first.user).post(reverse("partners:school_referent", args=[school.pk]), {"action": "become"})
    area = signed_in(first.user).get(reverse("reserved_area")).content.decode()
    assert "ancora referente" not in area


def test_somebody_elses_link_cannot_be_ended(school: School) -> None:
    contact = SchoolContactFactory(school=school)
    with pytest.raises(AccessRefused):
        leave_school(contact=contact, by=UserFactory())
