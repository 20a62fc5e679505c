"""Registries keep what apps add, in order, each key once."""

import pytest

from vicinia.core.registries import AlreadyRegistered, Registry


def test_entries_come_by_order_then_by_arrival() -> None:
    registry: Registry[str] = Registry("panels")
    registry.register("late", "c", order=200)
    registry.register("first", "a")
    registry.register("second", "b")
    assert list(registry) == ["a", "b", "c"]
    assert [key for key, _item in registry.items()] == ["first", "second", "late"]


def test_a_key_can_be_taken_once() -> None:
    registry: Registry[str] = Registry("panels")
    registry.register("calls", "a")
    with pytest.raises(AlreadyRegistered, match="panels: «calls»"):
        registry.register("calls", "b")
    assert registry["calls"] == "a"


def test_an_unknown_key_is_told_from_a_known_one() -> None:
    registry: Registry[str] = Registry("panels")
    registry.register("calls", "a")
    assert "calls" in registry
    assert "events" not in registry
    with pytest.raises(KeyError):
        registry["events"]
