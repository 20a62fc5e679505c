"""Figures of the year: apps say what they reached, the home page shows the first four.

    def enrolled_classes() -> StatTile | None: ...

    figures.register("projects.classes", enrolled_classes, order=20)     # in ready()

A figure that is not known yet is None and is left out; each one has its date and a link to how it
was counted (`method_url`).
"""

from __future__ import annotations

from collections.abc import Callable

from .components import StatTile
from .registries import Registry

HOME_FIGURES = 4

FigureFactory = Callable[[], StatTile | None]

figures: Registry[FigureFactory] = Registry("figures of the year")


def figures_of_the_year() -> tuple[StatTile, ...]:
    """Return the first four figures that are known."""
    found: list[StatTile] = []
    for make in figures:
        tile = make()
        if tile is not None:
            found.append(tile)
        if len(found) == HOME_FIGURES:
            break
    return tuple(found)
