"""Two of the office make one body of two at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied

from calls.applications.models import Application
from calls.applications.services import start_application
from partners.dossier.enums import CheckStatus
from partners.dossier.models import DossierVersion
from partners.dossier.services import approve_version
from partners.merging.models import MergeRecord
from partners.merging.services import merge_organisations, undo_merge
from partners.organisations.enums import OrganisationStatus
from partners.organisations.models import Organisation
from tests.factories.accounts import UserFactory
from tests.factories.calls import published_call
from tests.factories.dossiers import uploaded
from tests.factories.partners import MembershipFactory, OrganisationFactory
from tests.support.races import run_overlapping, run_together
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core.merging import MergeBlocked


@pytest.mark.sqlite
def test_two_bodies_become_one_once_whoever_presses_and_in_whichever_direction(race_database: None) -> None:
    one, other = (MembershipFactory().organisation for _body in range(2))
    third = OrganisationFactory()
    officials = [UserFactory(role=Role.CALLS_OFFICE) for _person in range(4)]
    pairs = [(one, other), (other, one), (one, other), (third, other)]
    results = run_together(
        [
            partial(merge_organisations, winner=winner, loser=loser, take=(), by=by)
            for (winner, loser), by in zip(pairs, officials, strict=True)
        ]
    )
    records = [result for result in results if isinstance(result, MergeRecord)]
    blocked = [result for result in results if isinstance(result, MergeBlocked)]
    # Once A has gone into B, C may still take B: never a circle, and nobody goes into two.
    assert len(records) + len(blocked) == 4, results
    bodies = {body.pk: body for body in (one, other, third)}
    for body in bodies.values():
        body.refresh_from_db()
        assert (body.status == OrganisationStatus.MERGED) == bool(body.merged_into_id)
    assert not any(
        bodies[body.merged_into_id].merged_into_id == body.pk
        for body in bodies.values()
        if body.merged_into_id
    )
    assert len({record.loser_id for record in records}) == len(records)

    last = MergeRecord.objects.latest("pk")
    undone = run_together([partial(undo_merge, record=last, by=by) for by in officials[:2]])
    assert sum(isinstance(result, MergeRecord) for result in undone) == 1, undone
    assert sum(isinstance(result, MergeBlocked) for result in undone) == 1, undone


def test_nothing_new_begins_with_a_body_that_is_going_into_another(race_database: None) -> None:
    """Without the row held, both would be left with the body that is no longer one."""
    call, office = published_call(), UserFactory(role=Role.CALLS_OFFICE)
    begins: list[Callable[[Organisation, User], object]] = [
        lambda body, by: start_application(call=call, organisation=body, by=by),
        lambda body, by: uploaded(body, by=by),
    ]
    for begin in begins:
        winner, own = OrganisationFactory(), MembershipFactory()
        merged, begun = run_overlapping(
            partial(merge_organisations, winner=winner, loser=own.organisation, take=(), by=office),
            partial(begin, own.organisation, own.user),
        )
        assert isinstance(merged, MergeRecord), merged
        assert isinstance(begun, PermissionDenied), begun
    assert not Application.objects.exists()
    assert not DossierVersion.objects.exists()


def test_a_document_that_the_office_is_deciding_on_follows_as_it_was_decided(race_database: None) -> None:
    """Without its row held, the merge would replace as waiting what counts already."""
    office = [UserFactory(role=Role.CALLS_OFFICE) for _person in range(2)]
    winner, loser = (MembershipFactory().organisation for _body in range(2))
    older, newer = uploaded(loser), uploaded(winner)
    approved, merged = run_overlapping(
        partial(approve_version, version=older, by=office[0]),
        partial(merge_organisations, winner=winner, loser=loser, take=(), by=office[1]),
    )
    assert isinstance(approved, DossierVersion), approved
    assert isinstance(merged, MergeRecord), merged
    statuses = DossierVersion.objects.in_bulk([older.pk, newer.pk])
    assert [statuses[each.pk].status for each in (older, newer)] == [CheckStatus.VALID, CheckStatus.TO_CHECK]
