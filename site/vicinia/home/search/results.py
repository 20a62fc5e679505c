"""Results of several kinds one after another, of which only those asked for are read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import overload

from vicinia.core.search import Hit, Matches


class Results(Sequence[Hit]):
    """What was found, as one list."""

    def __init__(self, *matches: Matches) -> None:
        self._matches = matches

    @cached_property
    def _counts(self) -> list[int]:
        return [each.count() for each in self._matches]

    def __len__(self) -> int:
        return sum(self._counts)

    @overload
    def __getitem__(self, wanted: int) -> Hit: ...

    @overload
    def __getitem__(self, wanted: slice) -> list[Hit]: ...

    def __getitem__(self, wanted: int | slice) -> Hit | list[Hit]:
        if isinstance(wanted, int):
            return self[wanted : wanted + 1][0]
        hits: list[Hit] = []
        start, stop, _step = wanted.indices(len(self))
        for each, count in zip(self._matches, self._counts, strict=True):
            if start < count and stop > 0:
                hits += each.part(max(start, 0), min(stop, count))
            start, stop = start - count, stop - count
        return hits
