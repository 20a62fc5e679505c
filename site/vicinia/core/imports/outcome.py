"""What an import found, and who is told about it while it runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from .changes import RowChange
from .rows import RowProblem

# Called with the rows done and the rows there are; what it raises (a cancellation) ends the import.
Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Outcome:
    """What an import did, or would do; how many rows of each kind, and the rows that were refused.

    `caution` is what a person must read and accept before the rows are written, a sentence or nothing.
    """

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    repeated: int = 0
    problems: list[RowProblem] = field(default_factory=list)
    caution: str = ""


def unmoved(_done: int, _total: int) -> None:
    """Take no notice of the progress."""


def unread(_changes: list[RowChange]) -> None:
    """Take no notice of the changes."""


def unsettled(_outcome: Outcome, _done: int) -> None:
    """Take no notice of a chunk that is about to be committed."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Who looks at an import while it runs.

    `found` is given the rows that write, a chunk at a time; `settle` is called inside the transaction
    that writes a chunk, with the outcome and the rows done so far: what it raises undoes that chunk;
    `progress` is called once the chunk is committed. `already_done` rows were settled by a run cut
    short, with the counts `so_far`: they are read again and neither compared nor written. `is_accepted`
    tells that a person has accepted the caution of the check; `file_name` and `file_sha256` are those of
    the file that was sent.
    """

    progress: Progress = unmoved
    found: Callable[[list[RowChange]], None] = unread
    settle: Callable[[Outcome, int], None] = unsettled
    already_done: int = 0
    so_far: tuple[int, int, int] = (0, 0, 0)
    is_accepted: bool = False
    file_name: str = ""
    file_sha256: str = ""
