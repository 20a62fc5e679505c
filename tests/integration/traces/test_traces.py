"""Whoever of the office sees personal data leaves a trace, which the transparency officer searches."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.accounts import UserFactory, confirmed_person
from tests.factories.newsletter import make_subscriber
from tests.factories.partners import MembershipFactory, SchoolContactFactory
from tests.support.editing import office
from tests.support.html import read
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core.traces.models import DataAccess
from vicinia.core.traces.services import forget_traces

pytestmark = pytest.mark.django_db
ACCESSES = "/cms/accessi-ai-dati/"


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def seen() -> list[tuple[str, str]]:
    """The traces: whose data, and how they were seen."""
    return list(DataAccess.objects.order_by("subject_label", "way").values_list("subject_label", "way"))


@pytest.mark.sqlite
def test_a_list_of_people_leaves_one_trace_for_each_and_an_hour_of_reloading_no_more() -> None:
    for name in ("Anna", "Bruno"):
        SchoolContactFactory(user__first_name=name, user__last_name="Rossi")
    schools = office(Role.SCHOOLS_OFFICE)
    for _time in range(2):
        schools.get("/cms/persone-scuole/")
    assert seen() == [("Anna Rossi", "list"), ("Bruno Rossi", "list")]
    assert set(DataAccess.objects.values_list("reader_roles", "screen")) == {
        ("schools_office", "school_contacts")
    }


def test_a_page_and_an_export_are_told_apart_from_a_list() -> None:
    contact = SchoolContactFactory(user__first_name="Anna", user__last_name="Rossi")
    schools = office(Role.SCHOOLS_OFFICE)
    schools.get(f"/cms/persone-scuole/inspect/{contact.pk}/")
    schools.get("/cms/persone-scuole/?export=xlsx")
    assert seen() == [("Anna Rossi", "export"), ("Anna Rossi", "page")]


def test_a_subscriber_is_tied_to_the_account_with_the_same_address_and_else_never_named_in_full() -> None:
    reader = confirmed_person(email="anna@example.org", first_name="Anna", last_name="Bianchi")
    for email in ("Anna@example.org", "sconosciuta@example.org"):
        make_subscriber(email=email)
    office(Role.EDITOR).get("/cms/newsletter/iscritti/")
    assert set(DataAccess.objects.values_list("subject", "subject_label")) == {
        (reader.pk, "Anna Bianchi"),
        (None, "sc…@example.org"),
    }


def test_a_screen_that_is_refused_and_one_s_own_data_leave_no_trace() -> None:
    member = MembershipFactory()
    office(Role.EVALUATOR).get(f"/cms/enti/inspect/{member.organisation_id}/")
    assert not DataAccess.objects.exists()
    administrator = UserFactory(role=Role.ADMINISTRATOR)
    signed_in(administrator).get("/cms/persone/")
    assert DataAccess.objects.exists()
    assert not DataAccess.objects.filter(subject=administrator).exists()


def test_the_transparency_officer_finds_who_saw_a_person_s_data() -> None:
    contact = SchoolContactFactory(user__first_name="Anna", user__last_name="Rossi")
    SchoolContactFactory(user__first_name="Bruno", user__last_name="Verdi")
    office(Role.SCHOOLS_OFFICE).get("/cms/persone-scuole/")
    officer = office(Role.TRANSPARENCY_OFFICER)
    page = read(officer, ACCESSES, {"subject_label": "rossi"}).text
    assert "Anna Rossi" in page
    assert "Bruno Verdi" not in page
    assert "Persone delle scuole" in page
    long_ago = {"at_from": "2020-01-01", "at_to": "2020-01-31"}
    assert "Anna Rossi" not in read(officer, ACCESSES, long_ago).text
    exported = officer.get(f"{ACCESSES}?export=csv").content.decode()
    assert "Anna Rossi" in exported
    assert str(contact) in exported


def test_a_person_reads_which_role_saw_their_data_and_not_who() -> None:
    contact = SchoolContactFactory(user=confirmed_person())
    office(Role.SCHOOLS_OFFICE).get(f"/cms/persone-scuole/inspect/{contact.pk}/")
    page = read(signed_in(contact.user), "/area-riservata/i-miei-dati/")
    assert "Chi dell’ufficio ha visto i tuoi dati" in page.headings()
    assert "Ufficio scuole" in page.text
    assert DataAccess.objects.get().reader_label not in page.text


def test_traces_past_their_term_are_forgotten() -> None:
    SchoolContactFactory()
    office(Role.SCHOOLS_OFFICE).get("/cms/persone-scuole/")
    DataAccess.objects.update(at=timezone.now() - timedelta(days=731))
    assert forget_traces(timedelta(days=730)) == 1
    assert forget_traces(timedelta(days=730)) == 0
