"""What deletions and terms add to the platform's registries."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from vicinia.accounts.personal.registry import PersonalSource, sources
from vicinia.core.audit.services import forget_entries
from vicinia.core.retention.registry import Outcome, RetentionRule, rules
from vicinia.core.retention.tasks import apply_retention
from vicinia.core.tasks.schedule import Job, jobs
from vicinia.core.traces.services import forget_traces

from .account import ACCOUNT_STEP
from .personal import request_sections
from .registry import steps
from .tasks import carry_out_due, has_due
from .trail import TRAIL_STEP
from .unused import close_unused_accounts

MONTH, YEAR = timedelta(days=30), timedelta(days=365)


def register() -> None:
    """Called once when the application starts."""
    steps.register("account", ACCOUNT_STEP, order=80)
    steps.register("trail", TRAIL_STEP, order=90)
    sources.register(
        "accounts.erasure",
        PersonalSource(request_sections, told=frozenset({"accounts.ErasureRequest.user"})),
        order=85,
    )
    jobs.register("accounts.carry_out_due", Job(carry_out_due, "10 2 * * *", is_needed=has_due))
    jobs.register("core.apply_retention", Job(apply_retention, "30 2 * * *"))
    rules.register(
        "accounts.unused",
        RetentionRule(
            kind=_("Accounts that nobody uses"),
            term=settings.RETENTION_ACCOUNT_MONTHS * MONTH,
            starts=_("from the last sign-in"),
            outcome=Outcome.DELETED,
            reason=_("No longer needed (GDPR, art. 5(1)(e)). The person is warned thirty days before."),
            apply=close_unused_accounts,
        ),
        order=10,
    )
    rules.register(
        "core.traces",
        RetentionRule(
            kind=_("Accesses to personal data"),
            term=settings.RETENTION_ACCESSES_YEARS * YEAR,
            starts=_("from the day of the access"),
            outcome=Outcome.DELETED,
            reason=_("Long enough to answer who asks and to look into an abuse (GDPR, arts. 5(2) and 32)."),
            apply=forget_traces,
        ),
        order=80,
    )
    rules.register(
        "core.audit",
        RetentionRule(
            kind=_("The trail of operations"),
            term=settings.RETENTION_AUDIT_YEARS * YEAR,
            starts=_("from the day of the operation"),
            outcome=Outcome.DELETED,
            reason=_("As long as a right can be claimed (Civil Code, art. 2946; GDPR, art. 17(3)(e))."),
            apply=forget_entries,
        ),
        order=90,
    )
