"""Example data for each template of `templates/components/`, by the template's path.

A component without an example fails a test: what the gallery does not show, nobody looks at.
"""

from __future__ import annotations

from collections.abc import Mapping

from . import basics, boxes, forms, lists, page, screens, shell
from .example import Example

EXAMPLES: Mapping[str, tuple[Example, ...]] = {
    **shell.EXAMPLES,
    **page.EXAMPLES,
    **basics.EXAMPLES,
    **screens.EXAMPLES,
    **forms.EXAMPLES,
    **boxes.EXAMPLES,
    **lists.EXAMPLES,
}

__all__ = ["EXAMPLES", "Example"]
