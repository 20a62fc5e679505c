"""When two bodies are merged, every relation to them is known: a new one says what becomes of its rows."""

from partners.organisations.models import Organisation
from vicinia.core.merging import followers, relations_to


def test_every_relation_to_a_body_says_what_becomes_of_it_in_a_merge() -> None:
    found = {relation.key for relation in relations_to(Organisation)}
    assert "partners.Membership.organisation" in found
    known = {key for key, _follower in followers.items()}
    assert not found - known, "register a Follower (vicinia.core.merging) in the app's ready()"
    assert not known - found, "registered, but no longer there"
