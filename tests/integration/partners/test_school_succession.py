"""A school that changes code goes on: what it had follows, the old code leads to it, undoing is exact."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from campaigns.projects.enrolments.models import Enrolment
from campaigns.projects.enrolments.queries import enrolments_of
from partners.schools.enums import Capacity, ContactStatus, SchoolOrder
from partners.schools.headcounts.models import Headcount
from partners.schools.models import School, SchoolContact
from partners.schools.queries import can_act_for_school, contacts_of, search_schools
from partners.schools.referents.models import Referent
from partners.schools.referents.queries import referent_of
from partners.schools.referents.services import become_referent, give_up_referent
from partners.schools.succession.enums import SuccessionState
from partners.schools.succession.models import SchoolSuccession
from partners.schools.succession.queries import heir_of, previous_of
from partners.schools.succession.services import (
    SuccessionRefused,
    confirm_succession,
    link_schools,
    propose_successions,
    refuse_succession,
    undo_succession,
)
from tests.factories.accounts import UserFactory
from tests.factories.partners import SERVED, SchoolContactFactory, SchoolFactory
from tests.factories.projects import enrol, make_edition
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry
from vicinia.core.merging import MergeBlocked, relations_to
from vicinia.core.state import StepRefused
from vicinia.territory.models import ServedMunicipality

pytestmark = pytest.mark.django_db
OLD, NEW = "MLEE801017", "MLEE802013"


def official() -> User:
    user: User = UserFactory(role=Role.SCHOOLS_OFFICE)
    return user


def pair() -> SchoolSuccession:
    """A school that closed, with a class, a teacher who is its contact person, an office and its numbers."""
    ServedMunicipality.objects.get_or_create(name="Fontalba", cadastral_code=SERVED)
    same = {"name": "Le Mura", "address": "Via delle Mura 9"}
    old = SchoolFactory(code=OLD, **same)
    contact = SchoolContactFactory(school=old)
    SchoolContactFactory(school=old, capacity=Capacity.OFFICE, office_of=old.institute)
    become_referent(contact=contact, by=contact.user)
    enrol(make_edition(), old, "3A", by=contact.user)
    Headcount.objects.create(school=old, school_year="2025/26", classes=10, pupils=200)
    School.objects.filter(pk=old.pk).update(is_active=False, closed_year="2026/27")
    SchoolFactory(code=NEW, first_year="2026/27", **same)
    assert propose_successions() == 1
    return SchoolSuccession.objects.select_related("closed", "successor").get()


def everything() -> dict[str, list[dict[str, Any]]]:
    """All rows that point to a school."""
    models = {relation.model for relation in relations_to(School)} - {SchoolSuccession}
    return {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in models}


@pytest.mark.sqlite
def test_a_school_like_the_closed_one_is_proposed_once_and_a_neighbour_never() -> None:
    succession = pair()
    assert (succession.closed.code, succession.successor.code, succession.score) == (OLD, NEW, 85)
    SchoolFactory(name="Arengo", address="Piazza Nuova 1", institute=succession.closed.institute)
    SchoolFactory(name="Le Mura", address="Via delle Mura 9", order=SchoolOrder.NURSERY)
    assert propose_successions() == 0
    assert SchoolSuccession.objects.count() == 1


@pytest.mark.sqlite
def test_what_the_school_had_follows_and_the_old_code_leads_to_the_new_one() -> None:
    succession, by = pair(), official()
    teacher = SchoolContact.objects.get(capacity=Capacity.TEACHER).user
    assert not search_schools(OLD, municipality_codes=[SERVED]).exists()
    confirm_succession(succession=succession, by=by)
    new = School.objects.get(code=NEW)
    assert [row.class_label for row in enrolments_of(teacher)] == ["3A"]
    assert Enrolment.objects.get().school == Headcount.objects.get().school == new
    assert can_act_for_school(teacher, new)
    referent = referent_of(new)
    assert referent
    assert referent.contact.user == teacher
    assert (heir_of(succession.closed), [each.code for each in previous_of(new)]) == (new, [OLD])
    # The office is of the old institute: the new one says who its office is.
    assert SchoolContact.objects.get(capacity=Capacity.OFFICE).school == succession.closed
    entry = AuditEntry.objects.get(action="partners.succession.confirmed")
    assert entry.actor == by
    client = Client()
    client.force_login(teacher)
    found = client.get(reverse("partners:school_search"), {"q": OLD.lower()}).content.decode()
    assert f"prosegue come «Le Mura», con il codice {NEW}" in found
    assert f'value="{new.pk}"' in found
    moved = client.get(reverse("partners:school", args=[succession.closed_id]))
    assert moved["Location"] == reverse("partners:school", args=[new.pk])
    assert f"Le Mura, codice {OLD}, fino al 2026/27" in client.get(moved["Location"]).content.decode()


@pytest.mark.sqlite
def test_undone_each_school_has_exactly_what_it_had() -> None:
    succession, by = pair(), official()
    asked = SchoolContactFactory(
        school=succession.successor,
        user=SchoolContact.objects.get(capacity=Capacity.TEACHER).user,
        status=ContactStatus.DECLARED,
    )
    before = everything()
    confirm_succession(succession=succession, by=by)
    asked.refresh_from_db()
    assert asked.status == ContactStatus.CONFIRMED, "who works in the old one need not wait for the new one"
    assert [each.school for each in contacts_of(asked.user)] == [succession.successor]
    assert become_referent(contact=asked, by=asked.user) == Referent.objects.get(), "still the contact person"
    undo_succession(succession=succession, by=by)
    after = everything()
    for rows in (before, after):
        for row in rows["partners.SchoolContact"]:
            row.pop("settled_at")
    assert after == before
    assert heir_of(succession.closed) is None
    confirm_succession(succession=succession, by=by)
    give_up_referent(contact=asked, by=asked.user)
    assert referent_of(succession.successor) is None


def test_the_same_class_on_both_sides_is_settled_first_and_nothing_is_half_moved() -> None:
    succession, by = pair(), official()
    there = Enrolment.objects.get()
    teacher = SchoolContactFactory(school=succession.successor).user
    enrol(there.edition, succession.successor, "3A", by=teacher)
    before = everything()
    with pytest.raises(MergeBlocked, match="classi iscritte"):
        confirm_succession(succession=succession, by=by)
    assert everything() == before
    assert SchoolSuccession.objects.get().state == SuccessionState.PROPOSED


def test_what_cannot_be_confirmed_or_undone_says_why() -> None:
    succession, by = pair(), official()
    with pytest.raises(PermissionDenied):
        confirm_succession(succession=succession, by=UserFactory(role=Role.DIRECTOR))
    School.objects.filter(code=NEW).update(is_active=False)
    with pytest.raises(SuccessionRefused, match="anche «Le Mura»"):
        confirm_succession(succession=succession, by=by)
    School.objects.filter(code=NEW).update(is_active=True)
    third = SchoolFactory(name="Le Mura", address="Via delle Mura 9")
    propose_successions()
    confirm_succession(succession=succession, by=by)
    other = SchoolSuccession.objects.get(closed=succession.closed, successor=third)
    assert other.state == SuccessionState.REFUSED, "one school goes on, not two"
    with pytest.raises(SuccessionRefused, match="Un’altra scuola"):
        confirm_succession(succession=other, by=by)
    with pytest.raises(StepRefused):
        refuse_succession(succession=succession, by=by)
    School.objects.filter(code=NEW).update(is_active=False, closed_year="2027/28")
    later = SchoolSuccession.objects.create(closed=succession.successor, successor=third, score=50)
    confirm_succession(succession=later, by=by)
    assert heir_of(succession.closed) == third, "the oldest code leads to the last school"
    assert search_schools(third.code, municipality_codes=[SERVED]).count() == 1
    with pytest.raises(SuccessionRefused, match="annulla prima"):
        undo_succession(succession=succession, by=by)
    SchoolContact.objects.filter(capacity=Capacity.TEACHER).delete()
    undo_succession(succession=later, by=by)
    undo_succession(succession=succession, by=by)
    assert Enrolment.objects.get().school == succession.closed, "a deleted account is no obstacle"


def test_the_office_compares_confirms_undoes_and_reads_why_not() -> None:
    succession = pair()
    client = Client()
    client.force_login(official())
    index, page = (
        reverse("school_successions:index"),
        reverse("school_successions:inspect", args=[succession.pk]),
    )
    assert "stesso nome, stesso indirizzo" in client.get(index, {"state": "proposed"}).content.decode()
    html = client.get(page).content.decode()
    assert "classi iscritte: 1" in html
    assert "Conferma: è la stessa scuola" in html
    press = {
        name: reverse(f"school_successions:{name}", args=[succession.pk])
        for name in ("confirm", "refuse", "undo")
    }
    assert "ora è di" in client.post(press["confirm"], follow=True).content.decode()
    assert "non è possibile: ricarica" in client.post(press["refuse"], follow=True).content.decode()
    assert (
        "Prosegue come"
        in client.get(reverse("schools:inspect", args=[succession.closed_id])).content.decode()
    )
    assert (
        f"codice {OLD}"
        in client.get(reverse("schools:inspect", args=[succession.successor_id])).content.decode()
    )
    assert "Annullata" in client.post(press["undo"], follow=True).content.decode()
    assert client.get(press["confirm"]).status_code == 405


def test_the_office_links_a_school_that_nothing_proposed_and_says_why(client: Client) -> None:
    ServedMunicipality.objects.get_or_create(name="Fontalba", cadastral_code=SERVED)
    old = SchoolFactory(code=OLD, name="Le Mura", is_active=False, closed_year="2026/27")
    teacher = SchoolContactFactory(school=old).user
    new = SchoolFactory(code=NEW, name="Elsa Morante", address="Via Nuova 1")
    institute = SchoolFactory(name="Morante comprensivo", is_aggregator=True)
    by, link = official(), reverse("school_successions:link")
    client.force_login(by)
    assert propose_successions() == 0
    assert "?chiusa=MLEE801017" in client.get(reverse("schools:inspect", args=[old.pk])).content.decode()
    assert f"?chiusa={OLD}" in client.get(link).content.decode()
    found = client.get(link, {"chiusa": OLD, "q": "morante"}).content.decode()
    assert (f"prosegue={NEW}" in found, institute.code in found) == (True, False)
    both = f"{link}?chiusa={OLD}&prosegue={NEW}"
    assert "persone della scuola: 1" in client.get(both).content.decode()
    assert "campo è obbligatorio" in client.post(both, {"reason": " "}).content.decode()
    done = client.post(both, {"reason": "Decreto 12 della Regione"}, follow=True).content.decode()
    assert "l’ufficio: «Decreto 12 della Regione»" in done
    assert can_act_for_school(teacher, new)
    entry = AuditEntry.objects.get(action="partners.succession.linked")
    assert (entry.actor, entry.data["reason"]) == (by, "Decreto 12 della Regione")
    assert "non è possibile: ricarica" in client.post(both, {"reason": "Ancora"}).content.decode()
    undo_succession(succession=SchoolSuccession.objects.get(), by=by)
    assert can_act_for_school(teacher, old)
    for wrong in ({"chiusa": "x", "prosegue": "\x00"}, {"q": "\x00" * 300}, {"chiusa": OLD, "q": "nessuna"}):
        assert client.get(link, wrong).status_code == 200


def test_what_cannot_be_linked_says_why_and_leaves_no_pair() -> None:
    by = official()
    old = SchoolFactory(code=OLD, is_active=False, closed_year="2026/27")
    nursery = SchoolFactory(order=SchoolOrder.NURSERY)
    institute = SchoolFactory(is_aggregator=True)
    with pytest.raises(PermissionDenied):
        link_schools(closed=old, successor=nursery, reason="x", by=UserFactory(role=Role.DIRECTOR))
    for successor, why in ((nursery, "ordini diversi"), (institute, "raggruppa"), (old, "diverse")):
        with pytest.raises(SuccessionRefused, match=why):
            link_schools(closed=old, successor=successor, reason="La stessa", by=by)
    assert not SchoolSuccession.objects.exists()


def test_a_school_that_opens_again_warns_until_its_continuity_is_undone(client: Client) -> None:
    succession, by = pair(), official()
    confirm_succession(succession=succession, by=by)
    School.objects.filter(code=OLD).update(is_active=True, closed_year="")
    client.force_login(by)
    page = reverse("school_successions:inspect", args=[succession.pk])
    assert "è di nuovo aperta" in client.get(page).content.decode()
    again = reverse("school_successions:index") + "?state=confirmed&is_open_again=true"
    assert again.replace("&", "&amp;") in client.get("/cms/").content.decode()
    assert OLD in client.get(again).content.decode()
    undo_succession(succession=succession, by=by)
    assert "è di nuovo aperta" not in client.get(page).content.decode()
    assert OLD not in client.get(again).content.decode()
