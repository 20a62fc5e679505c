"""When two records become one, every relation to them is known: a new one says what becomes of its rows."""

from partners.organisations.models import Organisation
from partners.schools.models import School
from vicinia.core.merging import followers, relations_to


def test_every_relation_to_what_can_be_merged_says_what_becomes_of_it() -> None:
    found = {relation.key for kind in (Organisation, School) for relation in relations_to(kind)}
    assert {"partners.Membership.organisation", "campaigns.Enrolment.school"} <= found
    known = {key for key, _follower in followers.items()}
    assert not found - known, "register a Follower (vicinia.core.merging) in the app's ready()"
    assert not known - found, "registered, but no longer there"
