"""Whether a draft call can be published, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from vicinia.questions.definitions import problems
from vicinia.questions.services import sentence

from .models import Call

ALL_POINTS = 100


class NotReady(Exception):
    """The call cannot be published yet; each sentence names what to mend."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


def require_ready(call: Call, now: datetime) -> None:
    """Raise NotReady with everything that is missing."""
    missing = list(missing_for_publication(call, now))
    if missing:
        raise NotReady(missing)


def missing_for_publication(call: Call, now: datetime) -> Iterator[str]:
    """Say each thing that keeps a draft from being published, with the article that asks for it."""
    if not call.act_number or not call.act_date:
        yield _("Write number and date of the act that approves the call: without it the call has no effect.")
    if call.closes_at <= now:
        yield _("The closing is already past: choose a later one.")
    points = sum(row.weight for row in call.criteria.all())
    if points != ALL_POINTS:
        yield _(
            "The points of the criteria must make 100, now they make %(points)s: criteria and weights are "
            "published beforehand (L. 241/1990, art. 12)."
        ) % {"points": points}
    for problem in problems(call.form.form()):
        yield sentence(problem)
