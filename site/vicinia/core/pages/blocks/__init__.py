"""The blocks of a page's body: one file each, with its template in `templates/blocks/` and its preview.

A block that shows records stores their keys, never the data's shape; `BodyBlock` puts them in the order and
in the groups of the editor's list. Migrations name only Wagtail's own classes, so that these may move.
"""

from .body import BodyBlock
from .questions import QuestionBlock
from .steps import StepBlock

__all__ = ["BodyBlock", "QuestionBlock", "StepBlock"]
