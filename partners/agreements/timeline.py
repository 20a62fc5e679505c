"""What agreements and payments tell of a body's past: acts, signatures, sums, what was closed or annulled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vicinia.accounts.models import User
from vicinia.core.body_timeline import Happening, Source
from vicinia.core.clock import database_day, midnight

from .enums import AgreementStatus
from .models import Agreement, Payment
from .words import act_text, badge, kind_name, payment_state

AGREEMENTS, PAYMENTS = "agreements", "payments"


def tell(bodies: Sequence[int], viewer: User) -> Iterator[Happening]:
    """Tell each agreement's and payment's steps; nothing to who does not read agreements."""
    if not viewer.has_perm("partners.view_agreement"):
        return
    today = database_day()
    rows = Agreement.objects.filter(organisation__in=bodies)
    for agreement in rows.prefetch_related("payments"):
        url = reverse("agreements:inspect", args=[agreement.pk])
        yield from _of_agreement(agreement, today, url)
        for payment in agreement.payments.all():
            yield from _of_payment(payment, agreement, url)


def _of_agreement(agreement: Agreement, today: date, url: str) -> Iterator[Happening]:
    state, what = str(badge(agreement, today).text), str(agreement)
    act = f"{kind_name(agreement)}: {what} · {act_text(agreement.act_number, agreement.act_date)}"
    day = midnight(agreement.act_date)
    yield Happening(day, AGREEMENTS, _("Agreement decided"), act, state=state, url=url, is_whole_day=True)
    if agreement.signed_on:
        day = midnight(agreement.signed_on)
        yield Happening(day, AGREEMENTS, _("Agreement signed"), what, state=state, url=url, is_whole_day=True)
    if agreement.settled_at:
        is_closed = agreement.status == AgreementStatus.CLOSED
        title = _("Agreement closed") if is_closed else _("Agreement annulled")
        text = f"{what} · {agreement.status_reason}"
        yield Happening(agreement.settled_at, AGREEMENTS, title, text, state=state, url=url)


def _of_payment(payment: Payment, agreement: Agreement, url: str) -> Iterator[Happening]:
    state, what = payment_state(payment), f"{payment} · {agreement}"
    title, text = _("Payment ordered"), f"{what} · {payment.act_number}"
    day = midnight(payment.act_date)
    yield Happening(day, PAYMENTS, title, text, state=state, url=url, is_whole_day=True)
    if payment.paid_on and not payment.is_annulled:
        day = midnight(payment.paid_on)
        yield Happening(day, PAYMENTS, _("Payment made"), what, state=state, url=url, is_whole_day=True)
    if payment.annulled_at:
        text = f"{what} · {payment.annulled_reason}"
        yield Happening(payment.annulled_at, PAYMENTS, _("Payment annulled"), text, state=state, url=url)


SOURCE = Source({AGREEMENTS: gettext_lazy("Agreements"), PAYMENTS: gettext_lazy("Payments")}, tell)
