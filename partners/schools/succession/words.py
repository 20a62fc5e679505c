"""Why a school looks like the one that closed, as the office reads it."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .matching import Reason
from .models import SchoolSuccession

REASON_WORDS: dict[Reason, Promise] = {
    Reason.SAME_NAME: _("same name"),
    Reason.SIMILAR_NAME: _("similar name"),
    Reason.SAME_ADDRESS: _("same address"),
    Reason.SAME_INSTITUTE: _("same institute"),
    Reason.NEW_THEN: _("new in the year in which the other closed"),
}


def reasons_text(reasons: Iterable[str]) -> str:
    """Return the reasons kept with a proposal in words, by commas."""
    return ", ".join(str(REASON_WORDS[Reason(reason)]) for reason in reasons)


def why_text(succession: SchoolSuccession) -> str:
    """Return why the two look like one school: what was found, then what the office wrote."""
    found = reasons_text(succession.reasons)
    if not succession.note:
        return found
    return "; ".join(filter(None, [found, gettext("the office: «%(note)s»") % {"note": succession.note}]))
