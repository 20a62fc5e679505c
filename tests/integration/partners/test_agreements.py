"""The register of agreements and payments: what is written, what is refused, who reads it."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from partners.agreements.models import Agreement, Payment
from partners.agreements.payments import annul_payment, note_paid, order_payment
from partners.agreements.services import (
    annul_agreement,
    change_agreement,
    close_agreement,
    register_agreement,
    reopen_agreement,
)
from partners.merging.services import merge_organisations
from partners.organisations.enums import LegalForm, MemberRole
from tests.factories.accounts import UserFactory
from tests.factories.agreements import AgreementFactory, PaymentFactory, days_ago
from tests.factories.partners import MembershipFactory, OrganisationFactory
from tests.support.html import read
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry
from vicinia.core.merging import MergeBlocked
from vicinia.core.state import StepRefused

pytestmark = pytest.mark.django_db

TERMS = {
    "kind": "convention",
    "subject": "Trasporto solidale",
    "act_number": "Determinazione 12/2026",
    "act_date": "2026-03-02",
    "signed_on": "2026-03-09",
    "starts_on": "2026-03-10",
    "ends_on": "2026-12-31",
    "amount": "1.250,00",
    "cup": "j31h 0300 0180 009",
}
PAYMENT = {
    "what_for": "Acconto",
    "amount": "1.000,50",
    "act_number": "Liquidazione 7/2026",
    "act_date": "2026-04-01",
    "paid_on": "",
}


@pytest.fixture
def office() -> User:
    """Who works in the calls office."""
    user: User = UserFactory(role=Role.CALLS_OFFICE)
    return user


@pytest.fixture
def client(office: User) -> Client:
    """Their browser."""
    client = Client()
    client.force_login(office)
    return client


def registered(client: Client, **changed: str) -> Agreement:
    """An agreement written on the office's screen."""
    body = OrganisationFactory(name="Il Ponte")
    answer = client.post(reverse("agreements:register", args=[body.pk]), {**TERMS, **changed})
    assert answer.status_code == 302, answer.context["form"].errors
    return body.agreements.get()


def test_the_office_finds_the_body_registers_the_agreement_and_pays_within_its_amount(client: Client) -> None:
    agreement = registered(client)
    found = read(client, "/cms/accordi/new/?q=ponte")
    assert found.links()["Il Ponte"] == reverse("agreements:register", args=[agreement.organisation_id])
    assert (agreement.amount, agreement.cup) == (Decimal("1250.00"), "J31H03000180009")
    pay, page = (reverse(f"agreements:{name}", args=[agreement.pk]) for name in ("pay", "inspect"))
    assert "nessun DURC che valga oggi" in read(client, pay).text
    assert client.post(pay, PAYMENT)["Location"] == page
    again = client.post(pay, PAYMENT).content.decode()
    assert "ha già un pagamento con questo atto" in again
    too_much = client.post(pay, {**PAYMENT, "what_for": "Saldo", "amount": "250"}).content.decode()
    assert "Restano 249,50 € su 1.250,00 €" in too_much
    assert 'value="Saldo"' in too_much, "what was typed stays"
    assert client.post(pay, {**PAYMENT, "what_for": "Saldo", "amount": "249,50"}).status_code == 302
    facts = read(client, page).facts()
    assert (facts["Importo"], facts["Liquidato"], facts["Pagato"]) == ("1.250,00 €", "1.250,00 €", "0,00 €")
    first = agreement.payments.get(what_for="Acconto")
    assert (
        client.post(reverse("agreements:payment", args=[first.pk]), {"paid_on": "2026-04-10"}).status_code
        == 302
    )
    shown = read(client, page)
    assert shown.facts()["Pagato"] == "1.000,50 €"
    assert "pagato in data 10 aprile 2026" in shown.text
    annul = reverse("agreements:payment_annul", args=[first.pk])
    assert client.post(annul, {"reason": "Doppio"}).status_code == 302
    assert read(client, page).facts()["Ancora da liquidare"] == "1.000,50 €"
    assert "annullato: Doppio" in read(client, page).text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"ends_on": "2026-03-01"}, "L’ultimo giorno viene prima del primo"),
        ({"signed_on": "2026-03-01"}, "si firma dopo l’atto"),
        ({"cup": "J31H0300018000"}, "Un CUP ha 15 caratteri"),
        ({"kind": "administrations"}, "questo tipo è riservato a Ente pubblico"),
        ({"amount": "0"}, "almeno 0,01 €"),
        ({"amount": "tanti"}, "numero"),
        ({"subject": "Tr\u0430sporto"}, "cirillica"),
        ({"subject": "\0"}, "NULL"),
        ({"act_number": "x" * 10_000}, "60"),
        ({"act_date": "2990-01-01"}, "deve ancora venire"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    client: Client, changed: dict[str, str], said: str
) -> None:
    url = reverse("agreements:register", args=[OrganisationFactory().pk])
    answer = client.post(url, {**TERMS, **changed})
    assert said.lower() in read_text(answer.content.decode())
    assert not Agreement.objects.exists()


def read_text(html: str) -> str:
    """The words of an answer, small."""
    from tests.support.html import Read

    return Read(html).text.lower()


def test_a_correction_keeps_the_payments_covered_and_its_old_value_in_the_trail(office: User) -> None:
    agreement = PaymentFactory(amount=Decimal("300")).agreement
    for terms in ({"amount": Decimal("299.99")}, {"amount": None}, {"act_date": days_ago(10)}):
        with pytest.raises(ValidationError):
            change_agreement(agreement=agreement, by=office, **terms)
    change_agreement(agreement=agreement, by=office, amount=Decimal("300"), signed_on=days_ago(55))
    entry = AuditEntry.objects.get(action="partners.agreement.changed")
    assert entry.data["changes"]["amount"] == ["1000.00", "300"]


def test_the_life_of_an_agreement_is_told_with_reasons_and_nothing_is_undone_by_halves(office: User) -> None:
    payment = PaymentFactory()
    agreement: Agreement = payment.agreement
    with pytest.raises(StepRefused, match="annullali prima"):
        annul_agreement(agreement=agreement, reason="Errore", by=office)
    with pytest.raises(ValidationError):
        close_agreement(agreement=agreement, reason=" \t", by=office)
    close_agreement(agreement=agreement, reason="Concluso", by=office)
    with pytest.raises(StepRefused, match="chiuso"):
        change_agreement(agreement=agreement, by=office, subject="Altro")
    with pytest.raises(StepRefused, match="chiuso"):
        order_payment(agreement=agreement, what_for="Saldo", amount=Decimal(1), act_number="8", by=office,
                      act_date=days_ago(1))  # fmt: skip
    # The treasurer pays after the closing too.
    note_paid(payment=payment, paid_on=days_ago(3), by=office)
    reopen_agreement(agreement=agreement, reason="Manca il saldo", by=office)
    annul_payment(payment=payment, reason="Errore", by=office)
    with pytest.raises(StepRefused):
        annul_payment(payment=payment, reason="Errore", by=office)
    annul_agreement(agreement=agreement, reason="Errore", by=office)
    with pytest.raises(StepRefused):
        reopen_agreement(agreement=agreement, reason="Ripensato", by=office)
    # What is annulled makes room for the right one.
    again = AgreementFactory.build(organisation=agreement.organisation, subject=agreement.subject)
    again.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.filter(pk=agreement.pk).update(status="active", settled_at=None, status_reason="")


def test_a_payment_before_the_acts_that_allow_it_is_refused(office: User) -> None:
    agreement, ordered = AgreementFactory(), {"what_for": "Saldo", "amount": Decimal(1), "act_number": "8"}
    with pytest.raises(ValidationError, match="la liquidazione viene dopo"):
        order_payment(agreement=agreement, act_date=days_ago(61), by=office, **ordered)
    with pytest.raises(ValidationError, match="dopo la liquidazione"):
        order_payment(agreement=agreement, act_date=days_ago(9), paid_on=days_ago(10), by=office, **ordered)
    without_money = AgreementFactory(amount=None)
    with pytest.raises(ValidationError, match="non ha un importo"):
        order_payment(agreement=without_money, act_date=days_ago(9), by=office, **ordered)
    assert not Payment.objects.exists()


def test_who_only_reads_agreements_writes_none(office: User) -> None:
    reader, body = UserFactory(role=Role.DIRECTOR), OrganisationFactory(legal_form=LegalForm.APS)
    with pytest.raises(PermissionDenied):
        register_agreement(organisation=body, by=reader, kind="contribution")
    payment = PaymentFactory()
    for write in (annul_payment, close_agreement):
        subject = {"payment": payment} if write is annul_payment else {"agreement": payment.agreement}
        with pytest.raises(PermissionDenied):
            write(reason="No", by=reader, **subject)  # type: ignore[operator]


def test_the_people_of_a_body_read_its_agreements_and_payments_or_what_would_be_there() -> None:
    member = MembershipFactory(role=MemberRole.READER)
    client, body = Client(), member.organisation
    client.force_login(member.user)
    page, own = (reverse(f"partners:{name}", args=[body.pk]) for name in ("agreements", "organisation"))
    assert "Ancora nessun accordo" in read(client, page).text
    assert "lo trovi qui" in read(client, own).text
    agreement = AgreementFactory(organisation=body, subject="Trasporto solidale")
    PaymentFactory(agreement=agreement, paid_on=days_ago(2))
    shown = read(client, page)
    assert "300,00 € liquidati su 1.000,00 €" in shown.text
    assert "Liquidazione 7/2026" in shown.text
    assert shown.facts()[str(days_ago(2).year)] == "300,00 €", "what was paid in the year"
    assert read(client, own).links()["Trasporto solidale"] == f"{page}#accordo-{agreement.pk}"


def test_agreements_follow_a_merge_unless_the_same_is_written_with_both(office: User) -> None:
    winner, loser = OrganisationFactory(), OrganisationFactory()
    same = {"subject": "Festa", "act_date": days_ago(5)}
    AgreementFactory(organisation=winner, **same)
    twice = AgreementFactory(organisation=loser, **same)
    with pytest.raises(MergeBlocked, match="accordi"):
        merge_organisations(winner=winner, loser=loser, by=office, take=[])
    annul_agreement(agreement=twice, reason="Registrato due volte", by=office)
    merge_organisations(winner=winner, loser=loser, by=office, take=[])
    assert winner.agreements.count() == 2


def test_the_timeline_of_a_body_tells_agreements_and_payments_to_who_may_read_them(client: Client) -> None:
    payment = PaymentFactory(agreement__subject="Trasporto", what_for="Acconto", paid_on=days_ago(2))
    url = reverse("organisations:timeline", args=[payment.agreement.organisation_id])
    told = read(client, url).text
    for fact in ("Accordo approvato", "Pagamento liquidato", "Pagamento eseguito", "300,00 €, Acconto"):
        assert fact in told, fact
    editor = Client()
    editor.force_login(UserFactory(role=Role.EDITOR))
    assert "Pagamento" not in read(editor, url).text


def test_the_register_is_filtered_and_leaves_as_a_file_without_formulas(client: Client) -> None:
    AgreementFactory(subject="=1+1", amount=Decimal("0.80"))
    done = AgreementFactory(subject="Tutto liquidato", amount=Decimal("0.80"))
    for amount in ("0.10", "0.70"):
        PaymentFactory(agreement=done, amount=Decimal(amount))
    over = AgreementFactory(subject="Scaduto", starts_on=days_ago(9), ends_on=days_ago(1), amount=None)
    assert names(client, money="left") == {"'=1+1"}
    assert names(client, money="to_pay") == {"Tutto liquidato"}
    assert names(client, standing="over") == {"Scaduto"}
    assert names(client, q=over.organisation.tax_code) == {"Scaduto"}


def names(client: Client, **asked: str) -> set[str]:
    """The subjects in the file of what is filtered."""
    answer = client.get(reverse("agreements:index"), {**asked, "export": "csv"})
    rows = csv.reader(io.StringIO(answer.getvalue().decode("utf-8-sig")), delimiter=";")
    return {row[0] for row in list(rows)[1:]}
