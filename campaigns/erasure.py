"""What becomes of enrolments and of the newsletter when a person is deleted, or time passes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vicinia.accounts.erasure.registry import ErasureStep, Fate
from vicinia.accounts.models import User
from vicinia.accounts.personal.queries import proved_addresses
from vicinia.core.clock import database_now
from vicinia.core.retention.registry import Outcome, RetentionRule

from .newsletter.subscriptions.enums import ConsentChannel, SubscriberState
from .newsletter.subscriptions.models import Subscriber, SubscriberQuerySet
from .newsletter.subscriptions.services import unsubscribe
from .projects.catalogue.school_years import school_year_of
from .projects.certificates.models import Certificate
from .projects.enrolments.models import Enrolment


def subscriptions_of(user: User) -> SubscriberQuerySet:
    """Return what the person's own addresses are subscribed to."""
    by_address = Subscriber.objects.annotate(lower=Lower("email"))
    mine: SubscriberQuerySet = by_address.filter(lower__in=proved_addresses(user))
    return mine


def fates(user: User) -> Iterator[Fate]:
    """Say that classes stay with the school, and that the consents remain as evidence."""
    yield Fate(
        _("Classes signed up"),
        Enrolment.objects.filter(teacher=user).count(),
        Outcome.ANONYMISED,
        _("They belong to the school, which keeps its places; your name goes."),
    )
    yield Fate(
        _("Certificates of participation"),
        Certificate.objects.filter(holder=user).count(),
        Outcome.ANONYMISED,
        _("The register keeps number, project and school; your name goes. Download first those you need."),
    )
    active = subscriptions_of(user).exclude(state=SubscriberState.UNSUBSCRIBED).count()
    yield Fate(
        _("Newsletter: unsubscribing"), active, Outcome.DELETED, _("You receive no issue from that moment.")
    )
    yield Fate(
        _("Newsletter: address and consents"),
        subscriptions_of(user).count(),
        Outcome.KEPT,
        _(
            "They are the proof of what you had agreed to, kept for the term and then deleted "
            "(GDPR, arts. 7(1) and 17(3)(e))."
        ),
    )


def erase_enrolments(user: User) -> None:
    """Leave the classes to the school."""
    Enrolment.objects.filter(teacher=user).update(teacher=None, note="")


def erase_certificates(user: User) -> None:
    """Leave the register its numbers; the PDF is drawn from the row, so no copy remains."""
    Certificate.objects.filter(holder=user).update(holder=None, holder_name="", reason="")


def leave_newsletter(user: User) -> None:
    """Unsubscribe; the ledger keeps its lines."""
    for subscriber in subscriptions_of(user).exclude(state=SubscriberState.UNSUBSCRIBED):
        unsubscribe(key=subscriber.key, channel=ConsentChannel.OFFICE, by=user)


def forget_former_subscribers(term: timedelta) -> int:
    """Delete addresses and consents of who left longer ago than the term; return how many."""
    left = Subscriber.objects.filter(state=SubscriberState.UNSUBSCRIBED, left_at__lt=database_now() - term)
    _all, by_model = left.delete()
    return by_model.get(Subscriber._meta.label, 0)


def forget_teachers(term: timedelta) -> int:
    """Take the teacher's name from the classes of school years that ended longer ago than the term."""
    # A year that has begun on the day before the term, and every one after it, is kept whole.
    first_kept = school_year_of(timezone.localdate() - term)
    old = Enrolment.objects.filter(edition__school_year__lt=first_kept, teacher__isnull=False)
    return old.update(teacher=None)


def erase(user: User) -> None:
    """Unsubscribe while the addresses are still known; leave classes and register without the name."""
    leave_newsletter(user)
    erase_enrolments(user)
    erase_certificates(user)


ERASURE = ErasureStep(gettext_lazy("School projects and newsletter"), fates, erase)
CONSENTS = RetentionRule(
    kind=gettext_lazy("Address and consents of who left the newsletter"),
    term=timedelta(days=365 * settings.RETENTION_CONSENTS_YEARS),
    starts=gettext_lazy("from the day of leaving"),
    outcome=Outcome.DELETED,
    reason=gettext_lazy("The proof of what was agreed to (GDPR, arts. 7(1) and 17(3)(e))."),
    apply=forget_former_subscribers,
)
CERTIFICATES = RetentionRule(
    kind=gettext_lazy("Certificates of participation of teachers"),
    term=None,
    starts=gettext_lazy("as long as the teacher's account"),
    outcome=Outcome.ANONYMISED,
    reason=gettext_lazy(
        "The teacher's own to use; without the account the register keeps number, project and school "
        "(GDPR, art. 5(1)(e))."
    ),
)
TEACHERS = RetentionRule(
    kind=gettext_lazy("Name of the teacher in classes signed up"),
    term=timedelta(days=365),
    starts=gettext_lazy("from the end of the school year"),
    outcome=Outcome.ANONYMISED,
    reason=gettext_lazy(
        "The class is the school's; who signed it up is no longer needed (GDPR, art. 5(1)(e))."
    ),
    apply=forget_teachers,
)
