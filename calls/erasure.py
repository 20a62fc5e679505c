"""What becomes of applications when who wrote them is deleted."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vicinia.accounts.erasure.registry import ErasureStep, Fate
from vicinia.accounts.models import User
from vicinia.core.retention.registry import Outcome, RetentionRule

from .applications.enums import ApplicationStatus
from .applications.models import Application


def fates(user: User) -> Iterator[Fate]:
    """Say that applications are the body's, and those sent are acts."""
    mine = Application.objects.filter(Q(started_by=user) | Q(submitted_by=user))
    yield Fate(
        _("Drafts of applications"),
        mine.filter(status=ApplicationStatus.DRAFT).count(),
        Outcome.ANONYMISED,
        _("They belong to the body, whose other people go on with them; your name goes."),
    )
    yield Fate(
        _("Applications sent"),
        mine.exclude(status=ApplicationStatus.DRAFT).count(),
        Outcome.KEPT,
        _(
            "They are acts of a public procedure, which the law has us keep as they were received "
            "(GDPR, art. 17(3)(b); D.Lgs. 42/2004, art. 21); who sent them is no longer named."
        ),
    )


def erase(user: User) -> None:
    """Take the name from drafts; an act keeps its link to a person who has no name any more."""
    Application.objects.filter(started_by=user, status=ApplicationStatus.DRAFT).update(started_by=None)


ERASURE = ErasureStep(gettext_lazy("Applications to calls"), fates, erase)
RETENTION = RetentionRule(
    kind=gettext_lazy("Applications sent, with their files and receipts"),
    term=None,
    starts=gettext_lazy("without a term"),
    outcome=Outcome.KEPT,
    reason=gettext_lazy(
        "Acts of a public procedure: they are discarded only with the authorisation of the archives' "
        "superintendence (D.Lgs. 42/2004, art. 21)."
    ),
)
