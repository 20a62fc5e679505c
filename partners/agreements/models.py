"""Agreements with bodies and what is paid for them. Nothing is deleted: what was wrong is annulled."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import DecimalField, F, Q, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from partners.organisations.models import Organisation
from vicinia.core.formats import euro
from vicinia.core.validators import validate_not_future, validate_plain_letters

from .cup import SHAPE as CUP_SHAPE
from .cup import validate_cup
from .enums import LAWS, AgreementKind, AgreementStatus

CENT = Decimal("0.01")
ANNULLED, ACTIVE = AgreementStatus.ANNULLED, AgreementStatus.ACTIVE


class AgreementQuerySet(models.QuerySet["Agreement"]):
    """Named selections of agreements."""

    def with_sums(self) -> AgreementQuerySet:
        """Read with each, in euro, what was ordered (`ordered`) and what has gone out (`paid`)."""
        return self.annotate(
            ordered=_sum(Q(payments__annulled_at__isnull=True)),
            paid=_sum(Q(payments__annulled_at__isnull=True, payments__paid_on__isnull=False)),
        )


def _sum(which: Q) -> Coalesce:
    zero = models.Value(Decimal(0), output_field=DecimalField(max_digits=12, decimal_places=2))
    return Coalesce(Sum("payments__amount", filter=which), zero)


class Agreement(models.Model):
    """What binds the municipality and a body (*accordo, convenzione*), or a contribution that it was granted.

    `amount` is the most that can be paid for it, in euro; nothing where no money goes out.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="agreements", verbose_name=_("organisation")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=AgreementKind)
    subject = models.CharField(_("subject"), max_length=200, validators=[validate_plain_letters])
    act_number = models.CharField(_("act, number"), max_length=60, validators=[validate_plain_letters])
    act_date = models.DateField(_("act, date"), validators=[validate_not_future])
    signed_on = models.DateField(_("signed on"), null=True, blank=True, validators=[validate_not_future])
    starts_on = models.DateField(_("from"))
    # The last day; nothing where it has no end.
    ends_on = models.DateField(_("until"), null=True, blank=True)
    amount = models.DecimalField(
        _("amount (€)"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(CENT)],
    )
    cup = models.CharField(_("CUP"), max_length=15, blank=True, validators=[validate_cup])
    status = models.CharField(_("status"), max_length=10, choices=AgreementStatus, default=ACTIVE)
    status_reason = models.CharField(_("reason of the status"), max_length=500, blank=True)
    # Instant of the database's clock; nothing while in force.
    settled_at = models.DateTimeField(_("closed or annulled at"), null=True, blank=True)

    objects: ClassVar[models.Manager[Agreement]] = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["-act_date", "-pk"]
        indexes = [models.Index(fields=["status", "ends_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=AgreementKind.values), name="partners_agreement_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(status__in=AgreementStatus.values), name="partners_agreement_status_known"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="partners_agreement_days_in_order",
                violation_error_message=_("The last day comes before the first: check the two dates."),
            ),
            models.CheckConstraint(
                condition=Q(signed_on__isnull=True) | Q(signed_on__gte=F("act_date")),
                name="partners_agreement_signed_after_act",
                violation_error_message=_(
                    "An agreement is signed after the act that decides it (L. 241/1990, art. 11, c. 4-bis): "
                    "check the two dates."
                ),
            ),
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount__gt=0), name="partners_agreement_amount_positive"
            ),
            models.CheckConstraint(
                condition=Q(cup="") | Q(cup__regex=CUP_SHAPE), name="partners_agreement_cup_shape"
            ),
            models.CheckConstraint(
                condition=~Q(subject="") & ~Q(act_number=""), name="partners_agreement_has_subject_and_act"
            ),
            models.CheckConstraint(
                condition=Q(status=ACTIVE, settled_at__isnull=True, status_reason="")
                | (~Q(status=ACTIVE) & Q(settled_at__isnull=False) & ~Q(status_reason="")),
                name="partners_agreement_settled_with_reason",
            ),
            models.UniqueConstraint(
                fields=["organisation", "act_number", "act_date", "subject"],
                condition=~Q(status=ANNULLED),
                name="partners_agreement_once",
                violation_error_message=_(
                    "This body has already an agreement with this act and this subject: it is in the list."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def law(self) -> str:
        """The article of its kind."""
        return LAWS[AgreementKind(self.kind)]

    @property
    def is_active(self) -> bool:
        """Whether it can be changed and paid for."""
        return self.status == ACTIVE


class PaymentQuerySet(models.QuerySet["Payment"]):
    """Named selections of payments."""

    def standing(self) -> PaymentQuerySet:
        """Payments that were not annulled."""
        return self.filter(annulled_at__isnull=True)


class Payment(models.Model):
    """A sum ordered for an agreement: ordering is the *liquidazione* (TUEL art. 184), paying comes later.

    `paid_on` is the day on which the treasurer paid (art. 185); nothing until then.
    """

    agreement = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, related_name="payments", verbose_name=_("agreement")
    )
    what_for = models.CharField(_("what for"), max_length=200, validators=[validate_plain_letters])
    amount = models.DecimalField(
        _("amount (€)"), max_digits=12, decimal_places=2, validators=[MinValueValidator(CENT)]
    )
    act_number = models.CharField(
        _("act of liquidazione, number"), max_length=60, validators=[validate_plain_letters]
    )
    act_date = models.DateField(_("act of liquidazione, date"), validators=[validate_not_future])
    paid_on = models.DateField(_("paid on"), null=True, blank=True, validators=[validate_not_future])
    # Instant of the database's clock.
    annulled_at = models.DateTimeField(_("annulled at"), null=True, blank=True)
    annulled_reason = models.CharField(_("reason of the annulment"), max_length=500, blank=True)

    objects = PaymentQuerySet.as_manager()

    class Meta:
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        ordering = ["act_date", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="partners_payment_amount_positive"),
            models.CheckConstraint(
                condition=~Q(what_for="") & ~Q(act_number=""), name="partners_payment_has_purpose_and_act"
            ),
            models.CheckConstraint(
                condition=Q(paid_on__isnull=True) | Q(paid_on__gte=F("act_date")),
                name="partners_payment_paid_after_act",
                violation_error_message=_(
                    "A sum is paid after the liquidazione (TUEL, arts. 184 and 185): check the two dates."
                ),
            ),
            models.CheckConstraint(
                condition=Q(annulled_at__isnull=True, annulled_reason="")
                | (Q(annulled_at__isnull=False) & ~Q(annulled_reason="")),
                name="partners_payment_annulled_with_reason",
            ),
            # The same button pressed twice.
            models.UniqueConstraint(
                fields=["agreement", "act_number", "act_date", "what_for"],
                condition=Q(annulled_at__isnull=True),
                name="partners_payment_once",
                violation_error_message=_(
                    "This agreement has already a payment with this act and this reason: nothing was added."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{euro(self.amount)}, {self.what_for}"

    @property
    def is_annulled(self) -> bool:
        """Whether it no longer counts."""
        return self.annulled_at is not None
