"""Two who press at the same moment: a link decides once, a school has one contact person."""

from __future__ import annotations

from functools import partial

from partners.schools.access import services
from partners.schools.access.services import ask_access, decide_by_link, leave_school
from partners.schools.enums import Capacity, ContactStatus
from partners.schools.models import SchoolContact
from partners.schools.referents.models import Referent
from partners.schools.referents.services import ReferentRefused, become_referent
from tests.factories.accounts import UserFactory
from tests.factories.partners import SERVED, InstituteFactory, SchoolContactFactory, SchoolFactory
from tests.support.races import run_overlapping, run_together
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry
from vicinia.core.tokens import digest
from vicinia.territory.models import ServedMunicipality


def test_two_clicks_on_the_link_decide_once(race_database: None) -> None:
    ServedMunicipality.objects.create(name="Fontalba", cadastral_code=SERVED)
    school = SchoolFactory(institute=InstituteFactory(email="istituto@istruzione.example"))
    ask_access(school=school, by=UserFactory())
    token = "un-collegamento"
    SchoolContact.objects.update(link_hash=digest(token))
    results = run_together([partial(decide_by_link, token=token, accept=yes) for yes in (True, False)])
    assert sum(isinstance(result, services.LinkRefused) for result in results) == 1
    assert AuditEntry.objects.filter(action__startswith="partners.school_contact.").count() == 2


def test_colleagues_who_press_together_make_one_contact_person(race_database: None) -> None:
    school = SchoolFactory()
    contacts = SchoolContactFactory.create_batch(3, school=school)
    results = run_together([partial(become_referent, contact=each, by=each.user) for each in contacts])
    assert sum(isinstance(result, Referent) for result in results) == 1
    assert all(isinstance(result, (Referent, ReferentRefused)) for result in results)


def test_who_leaves_while_becoming_the_contact_person_is_none(race_database: None) -> None:
    leaving, staying = SchoolContactFactory.create_batch(2)
    results = run_overlapping(
        partial(leave_school, contact=leaving, by=leaving.user),
        partial(become_referent, contact=leaving, by=leaving.user),
    )
    assert isinstance(results[1], ReferentRefused), results
    # The other way round: the contact person who leaves stops being it.
    results = run_overlapping(
        partial(become_referent, contact=staying, by=staying.user),
        partial(leave_school, contact=staying, by=staying.user),
    )
    assert isinstance(results[0], Referent), results
    assert not Referent.objects.filter(ended_at=None).exists()


def test_two_offices_of_an_institute_confirmed_together_leave_one(race_database: None) -> None:
    institute, by = InstituteFactory(), UserFactory(role=Role.SCHOOLS_OFFICE)
    asked = [
        SchoolContactFactory(
            school__institute=institute,
            office_of=institute,
            capacity=Capacity.OFFICE,
            status=ContactStatus.DECLARED,
        )
        for _office in range(2)
    ]
    results = run_overlapping(*(partial(services.approve_access, contact=each, by=by) for each in asked))
    assert all(isinstance(result, SchoolContact) for result in results), results
    assert SchoolContact.objects.confirmed().get() == asked[1]
