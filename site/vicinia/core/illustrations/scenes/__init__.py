"""Every scene by its key, one module for each family."""

from __future__ import annotations

from collections.abc import Callable

from vicinia.core.illustrations.drawing import Drawing

from . import (
    balance,
    benches,
    doors,
    fields,
    food,
    habits,
    learning,
    listening,
    nursery,
    outings,
    play,
    prevention,
    quarters,
    signs,
    stage,
    streets,
    water,
    windows,
)

FAMILIES = (
    balance,
    benches,
    doors,
    fields,
    food,
    habits,
    learning,
    listening,
    nursery,
    outings,
    play,
    prevention,
    quarters,
    signs,
    stage,
    streets,
    water,
    windows,
)

SCENES: dict[str, Callable[[], Drawing]] = {
    key: scene for family in FAMILIES for key, scene in family.SCENES.items()
}
