"""State tables tell which step may follow."""

from enum import StrEnum

import pytest

from vicinia.core.state import StateTable, StepRefused


class Status(StrEnum):
    """The life of a letter."""

    DRAFT = "draft"
    SENT = "sent"
    READ = "read"


LETTER = StateTable[Status]({Status.DRAFT: frozenset({Status.SENT}), Status.SENT: frozenset({Status.READ})})


def test_a_step_of_the_table_may_be_taken() -> None:
    assert LETTER.allows(Status.DRAFT, Status.SENT)
    LETTER.require(Status.DRAFT, Status.SENT)


@pytest.mark.parametrize(
    ("current", "target"),
    [
        (Status.DRAFT, Status.READ),
        (Status.SENT, Status.DRAFT),
        (Status.READ, Status.DRAFT),
        (Status.SENT, Status.SENT),
    ],
)
def test_any_other_step_is_refused_with_a_plain_sentence(current: Status, target: Status) -> None:
    assert not LETTER.allows(current, target)
    with pytest.raises(StepRefused, match="ricarica"):
        LETTER.require(current, target)
