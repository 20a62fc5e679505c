"""Reads about agreements: each with its payments, what is ordered, what is left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Case, F, Q, QuerySet, When

from partners.organisations.models import Organisation, OrganisationQuerySet
from vicinia.core.audit.models import AuditEntry

from .enums import AgreementStatus, Standing
from .models import Agreement, Payment

# On SQLite a sum is a floating number: half a cent is no difference.
HALF_A_CENT = Decimal("0.005")


@dataclass(frozen=True, slots=True)
class Account:
    """An agreement with its payments, the annulled ones too. Sums are in euro."""

    agreement: Agreement
    payments: tuple[Payment, ...]

    @property
    def ordered(self) -> Decimal:
        """What the payments that stand come to."""
        return sum((each.amount for each in self.standing), Decimal(0))

    @property
    def paid(self) -> Decimal:
        """What of it the treasurer has paid."""
        return sum((each.amount for each in self.standing if each.paid_on), Decimal(0))

    @property
    def left(self) -> Decimal | None:
        """What can still be ordered; None where the agreement has no amount."""
        return None if self.agreement.amount is None else self.agreement.amount - self.ordered

    @property
    def standing(self) -> list[Payment]:
        """The payments that were not annulled."""
        return [each for each in self.payments if not each.is_annulled]


def account_of(agreement: Agreement) -> Account:
    """Return an agreement with its payments, the first ordered first."""
    return Account(agreement, tuple(agreement.payments.all()))


def accounts_of(organisation: Organisation) -> list[Account]:
    """Return a body's agreements with their payments: those in force first, then the latest act first."""
    is_over = Case(When(status=AgreementStatus.ACTIVE, then=0), default=1)
    rows = organisation.agreements.order_by(is_over, "-act_date", "-pk").prefetch_related("payments")
    return [account_of(each) for each in rows]


def paid_by_year(accounts: Iterable[Account]) -> dict[int, Decimal]:
    """Return what a body was paid in each year, by the day of payment, the last year first. In euro.

    Bodies publish such sums on a cash basis (L. 124/2017 art. 1 c. 125).
    """
    years: defaultdict[int, Decimal] = defaultdict(Decimal)
    for account in accounts:
        for payment in account.standing:
            if payment.paid_on:
                years[payment.paid_on.year] += payment.amount
    return dict(sorted(years.items(), reverse=True))


def in_standing(agreements: QuerySet[Agreement], standing: str, today: date) -> QuerySet[Agreement]:
    """Keep the agreements that stand so on a day; the same rule as `standing_of`, for the database."""
    active = Q(status=AgreementStatus.ACTIVE)
    conditions = {
        Standing.UPCOMING: active & Q(starts_on__gt=today),
        Standing.RUNNING: active
        & Q(starts_on__lte=today)
        & (Q(ends_on__isnull=True) | Q(ends_on__gte=today)),
        Standing.OVER: active & Q(ends_on__lt=today),
        Standing.CLOSED: Q(status=AgreementStatus.CLOSED),
        Standing.ANNULLED: Q(status=AgreementStatus.ANNULLED),
    }
    return agreements.filter(conditions[Standing(standing)])


def with_something_left(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """Keep the agreements in force of which not all is ordered; they were read with their sums."""
    left = agreements.alias(left=F("amount") - F("ordered"))
    return left.filter(status=AgreementStatus.ACTIVE, left__gt=HALF_A_CENT)


def with_payments_to_make(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """Keep the agreements with a sum that is ordered and not paid yet; they were read with their sums."""
    return agreements.alias(due=F("ordered") - F("paid")).filter(due__gt=HALF_A_CENT)


def bodies_with(words: str) -> OrganisationQuerySet:
    """Return the living bodies whose name or tax code has every word, by name."""
    bodies = Organisation.objects.living()
    for word in words.split():
        bodies = bodies.filter(Q(name__icontains=word) | Q(tax_code__startswith=word.upper()))
    return bodies


def entries_about(agreement: Agreement, payments: Iterable[Payment]) -> QuerySet[AuditEntry]:
    """Return what the trail tells of an agreement and of its payments, the latest first."""
    own = Q(target_type=Agreement._meta.label_lower, target_id=str(agreement.pk))
    of_payments = Q(target_type=Payment._meta.label_lower, target_id__in=[str(each.pk) for each in payments])
    # Wagtail's own line about a form says again what the service has said.
    return AuditEntry.objects.filter(own | of_payments).exclude(action__startswith="wagtail.")
