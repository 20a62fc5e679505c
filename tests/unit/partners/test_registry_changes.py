"""What a year's registry says that the year before did not."""

from __future__ import annotations

import pytest

from partners.schools.registry.changes import (
    Change,
    ChangeKind,
    Site,
    changes_of,
    count_by_kind,
    from_lines,
    new_school,
    to_lines,
)

MURA = Site(
    *("MLEE801017", "LE MURA", "MLIC801005", "IC CENTRO", "VIA DELLE MURA, 9", "99048", "Z999", "FONTALBA"),
    *("mlic801005@istruzione.example", ""),
)


def kinds(after: Site) -> list[ChangeKind]:
    return [change.kind for change in changes_of(MURA, after)]


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"name": "ELSA MORANTE"}, ChangeKind.RENAMED),
        ({"institute_code": "MLIC802001", "institute_name": "IC FORNACI"}, ChangeKind.MOVED),
        ({"address": "VIA NUOVA, 1"}, ChangeKind.ADDRESS),
        ({"municipality": "ROVELLA", "municipality_code": "Z998"}, ChangeKind.ADDRESS),
        ({"pec": "ic@pec.example"}, ChangeKind.CONTACTS),
    ],
)
def test_each_change_has_its_kind(changed: dict[str, str], kind: ChangeKind) -> None:
    assert kinds(MURA._replace(**changed)) == [kind]


def test_case_and_spaces_are_no_change_nor_is_the_institutes_new_name() -> None:
    assert kinds(MURA._replace(name="Le  Mura", address="Via delle Mura, 9")) == []
    assert kinds(MURA._replace(institute_name="IC FONTALBA CENTRO")) == []


def test_a_school_can_change_in_several_ways() -> None:
    after = MURA._replace(name="ELSA MORANTE", institute_code="", institute_name="", address="VIA NUOVA, 1")
    changes = changes_of(MURA, after)
    assert [change.kind for change in changes] == [ChangeKind.RENAMED, ChangeKind.MOVED, ChangeKind.ADDRESS]
    assert (changes[0].before, changes[0].after) == ("LE MURA", "ELSA MORANTE")
    assert (changes[1].before, changes[1].after) == ("IC CENTRO (MLIC801005)", "")


def test_a_report_that_was_kept_is_read_as_it_was() -> None:
    changes = [new_school(MURA), Change(ChangeKind.RENAMED, "A", "«è»\u2028\n;", "", "", "=1+1", "")]
    assert list(from_lines(to_lines(changes))) == changes
    assert count_by_kind(changes) == {kind.value: int(kind in {"new", "renamed"}) for kind in ChangeKind}
