"""One example of a component."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Example:
    """A component's context under a short title, and how wide it stands in a page."""

    title: str
    context: Mapping[str, Any]
    width: Literal["column", "container", "page"] = "column"
