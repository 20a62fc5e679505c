"""The demo's associations and schools are whole and act as people expect."""

import pytest

from partners.demo_desk import IMPORTED, load_desk
from partners.demo_loader import FOLDER, demo_organisation, demo_school, load_partners
from partners.merging.queries import possible_duplicates
from partners.organisations.enums import OrganisationStatus
from partners.organisations.imports import FivePerMilleResource
from partners.organisations.models import Organisation
from partners.organisations.queries import can_apply_for
from partners.schools.headcounts.models import Headcount
from partners.schools.models import School
from partners.schools.queries import can_act_for_school, search_schools
from partners.schools.registry.changes import ChangeKind
from partners.schools.registry.models import SchoolImport
from partners.schools.registry.report import changes_of_load
from partners.schools.school_years import this_school_year
from partners.schools.succession.queries import undecided_of_load, what_follows
from vicinia.accounts.demo_loader import demo_user
from vicinia.core.imports.engine import run_import
from vicinia.core.imports.outcome import Watch
from vicinia.core.tabular import open_table
from vicinia.territory.municipalities.queries import served_codes


def test_the_demo_has_its_associations_and_schools(demo_database: None) -> None:
    assert Organisation.objects.count() == 14
    assert Organisation.objects.filter(status=OrganisationStatus.TO_VERIFY).count() == 3
    assert School.objects.count() == 11
    this_year = Headcount.objects.filter(school_year=this_school_year())
    assert set(School.objects.active().exclude(headcounts__in=this_year)) == {demo_school("tecnico-gelsi")}
    assert search_schools("", municipality_codes=served_codes()).count() == 10
    # A list knows no topics.
    assert all(organisation.topics.exists() for organisation in Organisation.objects.exclude(email=""))


def test_the_demos_registry_has_differences_and_a_school_that_may_have_changed_code(
    demo_database: None,
) -> None:
    load = SchoolImport.objects.latest("at")
    kinds = {change.kind for change in changes_of_load(load)}
    assert {ChangeKind.NEW, ChangeKind.CLOSED, ChangeKind.RENAMED} <= kinds
    pair = undecided_of_load(load).get()
    assert pair.successor == demo_school("primaria-filanda")
    assert {each.label for each in what_follows(pair.closed)} >= {
        "classi iscritte",
        "classi e alunni, per anno",
    }


def test_the_demos_people_act_for_their_body_and_their_school(demo_database: None) -> None:
    assert can_apply_for(demo_user("associazione"), demo_organisation("il-filo-odv"))
    assert not can_apply_for(demo_user("associazione"), demo_organisation("cooperativa-il-cortile"))
    assert can_act_for_school(demo_user("insegnante"), demo_school("primaria-fornaci"))
    assert not can_act_for_school(demo_user("cittadina"), demo_school("primaria-fornaci"))


def test_loading_the_demo_again_adds_nothing(demo_database: None) -> None:
    load_partners()
    load_desk()
    assert (Organisation.objects.count(), School.objects.count()) == (14, 11)


def test_the_demo_has_a_body_registered_twice_to_try_a_merge_on(demo_database: None) -> None:
    twice = demo_organisation("cooperativa-il-cortile")
    assert [twice in group.bodies for group in possible_duplicates()] == [True]


@pytest.mark.parametrize("key", ["il-filo-odv", "teatro-del-rovella-aps"])
def test_descriptions_have_no_line_breaks_of_the_file(demo_database: None, key: str) -> None:
    assert "\n" not in demo_organisation(key).description


def test_the_demos_list_of_bodies_has_new_ones_a_change_and_rows_that_are_wrong(demo_database: None) -> None:
    with open_table(FOLDER / IMPORTED) as table:
        outcome = run_import(table, FivePerMilleResource(), write=False, watch=Watch())
    assert (outcome.created, outcome.changed, len(outcome.problems)) == (2, 1, 2)
