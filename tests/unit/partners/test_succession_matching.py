"""Which schools may go on with a closed one, and why."""

from __future__ import annotations

from dataclasses import replace

from partners.schools.succession.matching import Candidate, Reason, propose, telling_words

CLOSED = Candidate(
    "MLEE801017", "SCUOLA PRIMARIA LE MURA", "VIA DELLE MURA, 9", "primaria", "Z999", "MLIC801005", "2026/27"
)
NEW = replace(CLOSED, code="MLEE80901A", institute_code="MLIC809009", year="2026/27")


def test_the_same_school_under_another_code_comes_first_with_its_reasons() -> None:
    sister = replace(CLOSED, code="MLEE80102X", name="ARENGO", address="VIA ARENGO")
    first, second = propose(
        CLOSED, [sister, replace(NEW, name="Primaria «Le Mura»", address="via delle mura 9")]
    )
    assert (first.code, first.score) == ("MLEE80901A", 85)
    assert first.reasons == (Reason.SAME_NAME, Reason.SAME_ADDRESS, Reason.NEW_THEN)
    assert (second.code, second.reasons) == ("MLEE80102X", (Reason.SAME_INSTITUTE, Reason.NEW_THEN))
    assert propose(CLOSED, [replace(sister, year="2020/21")]) == [], "a neighbour is not the same school"


def test_another_order_or_another_town_is_never_proposed() -> None:
    assert propose(CLOSED, [replace(NEW, order="infanzia"), replace(NEW, municipality_code="Z998")]) == []
    assert propose(CLOSED, [CLOSED]) == []


def test_what_shares_nothing_is_not_proposed_and_at_most_three_are() -> None:
    other = replace(NEW, name="ARENGO", address="PIAZZA NUOVA", year="2020/21")
    assert propose(CLOSED, [other]) == []
    many = [replace(NEW, code=f"MLEE80{number}01A") for number in range(5)]
    assert [proposal.code for proposal in propose(CLOSED, many)] == [many[n].code for n in range(3)]


def test_empty_names_and_addresses_are_not_alike() -> None:
    blank = replace(NEW, name="", address="", year="")
    assert propose(replace(CLOSED, name="", address=""), [blank]) == []
    assert telling_words("Scuola dell’Infanzia «Città di Rovélla»") == {"citta", "rovella"}
