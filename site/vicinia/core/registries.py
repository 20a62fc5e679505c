"""Registries that apps fill in `AppConfig.ready()`, so that what composes them imports none of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

Item = TypeVar("Item")


class AlreadyRegistered(Exception):
    """Two entries claimed the same key."""


class Registry(Generic[Item]):
    """Named entries, kept by order then by arrival; a key can be taken once."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._items: dict[str, tuple[int, Item]] = {}

    def register(self, key: str, item: Item, *, order: int = 100) -> Item:
        """Add an entry; raise AlreadyRegistered when the key is taken."""
        if key in self._items:
            raise AlreadyRegistered(f"{self.name}: «{key}» is registered twice")
        self._items[key] = (order, item)
        return item

    def __getitem__(self, key: str) -> Item:
        return self._items[key][1]

    def __contains__(self, key: str) -> bool:
        return key in self._items

    def __iter__(self) -> Iterator[Item]:
        return (item for _key, item in self.items())

    def items(self) -> list[tuple[str, Item]]:
        """Return (key, entry) pairs in their order."""
        ranked = sorted(self._items.items(), key=lambda pair: pair[1][0])
        return [(key, item) for key, (_order, item) in ranked]
