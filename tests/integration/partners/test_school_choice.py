"""A teacher finds the school among those of the served municipalities and links the account to it."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.test import Client

from partners.schools.access.screens import panel
from partners.schools.access.services import ask_access
from partners.schools.enums import ContactStatus, SchoolOrder
from partners.schools.models import School, SchoolContact
from partners.schools.queries import can_act_for_school, schools_of, search_schools
from partners.schools.screens import SHOWN
from tests.factories.accounts import UserFactory
from tests.factories.partners import SERVED, InstituteFactory, SchoolContactFactory, SchoolFactory
from vicinia.accounts.models import User
from vicinia.core.audit.models import AuditEntry
from vicinia.territory.models import ServedMunicipality

pytestmark = pytest.mark.django_db
SEARCH, CHOOSE = "/area-riservata/scuole/", "/area-riservata/scuole/scelta/"


@pytest.fixture(autouse=True)
def _served() -> None:
    ServedMunicipality.objects.create(name="Fontalba", cadastral_code=SERVED)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def names(text: str) -> list[str]:
    return [school.name for school in search_schools(text, municipality_codes=[SERVED])]


@pytest.mark.sqlite
def test_a_school_is_found_by_name_street_institute_or_code_in_any_case() -> None:
    SchoolFactory(
        name="Le Mura",
        code="MLEE801017",
        address="Via delle Mura 9",
        institute=InstituteFactory(name="IC Centro", code="MLIC801005"),
    )
    SchoolFactory(name="La Filanda", address="Via della Filanda 18")
    for text in ("mura", "LE MURA", "via delle mura", "centro", "mlee801017", "MLIC801005", "mura centro"):
        assert names(text) == ["Le Mura"], text
    assert names("mura filanda") == []
    assert names("") == ["La Filanda", "Le Mura"]


@pytest.mark.sqlite
def test_only_schools_with_classes_in_use_and_served_are_offered() -> None:
    SchoolFactory(name="Aperta")
    SchoolFactory(name="Chiusa", is_active=False)
    SchoolFactory(name="Istituto", is_aggregator=True, order=SchoolOrder.OTHER)
    SchoolFactory(name="Altrove", municipality_code="Z998")
    assert names("") == ["Aperta"]
    assert not search_schools("", municipality_codes=[]).exists()


def test_marks_of_searching_are_only_letters() -> None:
    SchoolFactory(name="Le Mura")
    assert names("%") == []
    assert names("_") == []
    assert names("'; DROP TABLE") == []
    assert names("mura " * 50) == ["Le Mura"]


@pytest.mark.sqlite
def test_a_teacher_asks_once_however_often_the_button_is_pressed() -> None:
    school, user = SchoolFactory(), UserFactory()
    first = ask_access(school=school, by=user)
    assert ask_access(school=school, by=user) == first
    assert first.status == ContactStatus.DECLARED
    assert AuditEntry.objects.filter(action="partners.school_contact.asked").count() == 1
    assert not can_act_for_school(user, school)
    SchoolContact.objects.update(status=ContactStatus.CONFIRMED)
    assert list(schools_of(user)) == [school]
    assert can_act_for_school(user, school)
    assert not can_act_for_school(UserFactory(), school)
    assert not can_act_for_school(AnonymousUser(), school)


@pytest.mark.parametrize(
    "wrong", [{"municipality_code": "Z998"}, {"is_active": False}, {"is_aggregator": True}]
)
def test_nobody_is_linked_to_a_school_that_is_not_offered(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ask_access(school=SchoolFactory(**wrong), by=UserFactory())
    assert not SchoolContact.objects.exists()


def test_a_link_that_the_office_ended_does_not_come_back_by_itself() -> None:
    contact = SchoolContactFactory(status=ContactStatus.REVOKED)
    assert not can_act_for_school(contact.user, contact.school)
    with pytest.raises(ValidationError):
        ask_access(school=contact.school, by=contact.user)


def test_a_teacher_searches_asks_and_sees_how_far_it_is() -> None:
    school, user = SchoolFactory(name="Le Mura"), UserFactory()
    client = signed_in(user)
    page = client.get(SEARCH, {"q": "mura", "next": "/progetti-scuole/adesione/1/"}).content.decode()
    assert "1 scuola trovata" in page
    assert f'value="{school.pk}"' in page
    chosen = {"school": school.pk, "capacity": "office", "next": "/progetti-scuole/adesione/1/"}
    response = client.post(CHOOSE, chosen, follow=True)
    assert "La tua richiesta è in attesa" in response.content.decode()
    assert SchoolContact.objects.get().capacity == "office"
    SchoolContact.objects.update(status=ContactStatus.CONFIRMED)
    assert client.post(CHOOSE, chosen)["Location"] == "/progetti-scuole/adesione/1/"


@pytest.mark.parametrize("chosen", ["", "abc", "999999999", "٣", "9" * 5_000])
def test_confirming_nothing_asks_again_and_keeps_the_search(chosen: str) -> None:
    SchoolFactory(name="Le Mura")
    response = signed_in(UserFactory()).post(CHOOSE, {"school": chosen, "q": "mura"})
    assert response.status_code == 422
    page = response.content.decode()
    assert "Scegli una delle scuole" in page
    assert 'value="mura"' in page
    assert not SchoolContact.objects.exists()


def test_a_mistyped_code_is_only_warned_of() -> None:
    SchoolFactory(code="MLEE801017")
    client = signed_in(UserFactory())
    assert "errore di battitura" in client.get(SEARCH, {"q": "MLEE801027"}).content.decode()
    SchoolFactory(code="MLEE801027", name="Con un codice strano")
    assert "Con un codice strano" in client.get(SEARCH, {"q": "MLEE801027"}).content.decode()


def test_a_long_list_asks_for_another_word() -> None:
    SchoolFactory.create_batch(SHOWN + 5)
    page = signed_in(UserFactory()).get(SEARCH).content.decode()
    assert f"Le prime {SHOWN} scuole" in page
    assert page.count('name="school"') == SHOWN


def test_without_served_municipalities_the_page_says_so() -> None:
    ServedMunicipality.objects.all().delete()
    SchoolFactory()
    assert "non ha ancora scelto le sue scuole" in signed_in(UserFactory()).get(SEARCH).content.decode()


def test_a_visitor_signs_in_first() -> None:
    assert Client().get(SEARCH)["Location"].startswith("/accedi/")
    assert Client().post(CHOOSE)["Location"].startswith("/accedi/")


def test_a_page_full_of_schools_is_read_in_a_few_queries(django_assert_max_num_queries: Any) -> None:
    institute = InstituteFactory()
    School.objects.bulk_create(SchoolFactory.build_batch(SHOWN + 1, institute=institute))
    client = signed_in(UserFactory())
    client.get(SEARCH)
    with django_assert_max_num_queries(8):
        assert client.get(SEARCH, {"q": "scuola"}).status_code == 200


def test_the_panel_lists_a_persons_schools_in_two_queries(django_assert_num_queries: Any) -> None:
    user = UserFactory()
    SchoolContactFactory.create_batch(15, user=user)
    with django_assert_num_queries(2):
        assert len(panel(user).entries) == 15


def test_a_school_beyond_the_thousandth_is_chosen_like_the_others() -> None:
    school = SchoolFactory(pk=1_234_567)
    client = signed_in(UserFactory())
    assert 'value="1234567"' in client.get(SEARCH).content.decode()
    client.post(CHOOSE, {"school": "1234567"})
    assert SchoolContact.objects.get().school == school
