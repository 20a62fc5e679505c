"""The table of terms: each app says how long it keeps each kind of record (GDPR arts. 5(1)(e) and 30(1)(f)).

    rules.register("core.traces", RetentionRule(
        kind=_("Accesses to personal data"), term=timedelta(days=730), starts=_("from the day of the access"),
        outcome=Outcome.DELETED, reason=_("..."), apply=forget_traces,
    ))

Terms come from settings, cautious until the municipality confirms its own. A nightly job applies every
rule that has an `apply`: it gets the term, returns how many records it dealt with, and is safe to run again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from vicinia.core.components import Text
from vicinia.core.registries import Registry


class Outcome(models.TextChoices):
    """What happens to a record."""

    DELETED = "deleted", _("deleted")
    ANONYMISED = "anonymised", _("kept without the person's name")
    KEPT = "kept", _("kept")


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """How long one kind of record is kept; `term` is None when nothing ends it."""

    kind: Text
    term: timedelta | None
    starts: Text
    outcome: Outcome
    reason: Text
    apply: Callable[[timedelta], int] | None = None


rules: Registry[RetentionRule] = Registry("retention rules")
