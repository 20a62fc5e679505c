"""Rows that cannot be loaded, and rows that a table holds twice. What every import says the same way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _


class RowRefused(Exception):
    """The row cannot be loaded; the message is one sentence, without its full stop, that says why."""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row that was not loaded: its line in the file, its key if it has one, why."""

    line: int
    key: str
    reason: str


class SeenRows:
    """The keys met so far in a table: the first row of each is the one that counts."""

    def __init__(self) -> None:
        self._digests: dict[str, object] = {}
        self.repeated = 0

    def __contains__(self, key: str) -> bool:
        return key in self._digests

    def is_first(self, key: str, digest: object) -> bool:
        """Tell whether the key is new; count a row that says the same again, refuse one that differs."""
        if key not in self._digests:
            self._digests[key] = digest
            return True
        if self._digests[key] != digest:
            raise RowRefused(_("the same code is on another row with different data: the first one was kept"))
        self.repeated += 1
        return False


def print_problems(problems: Iterable[RowProblem], write: Callable[[str], object]) -> None:
    """Say on a terminal which rows were not loaded, a line each."""
    for problem in problems:
        write(
            _("Line %(line)s, %(code)s: %(reason)s.")
            % {"line": problem.line, "code": problem.key or "–", "reason": problem.reason}
        )
