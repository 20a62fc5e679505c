"""Who is not the legal representative sends with a mandate that counts, or is told the way out."""

from __future__ import annotations

import io
import json

import pytest
from django.db.models import ProtectedError
from django.test import Client
from pypdf import PdfReader

from calls.applications.enums import SentAs
from calls.applications.models import Application
from calls.applications.receipts import receipt_of
from calls.applications.refusals import NoMandate
from calls.applications.services import submit_application, withdraw_application
from partners.dossier.enums import DocumentType
from partners.dossier.models import DossierVersion
from partners.dossier.services import reject_version
from partners.memberships.services import give_mandate
from partners.organisations.enums import MemberRole
from partners.organisations.models import Membership, Organisation
from tests.factories.calls import (
    association,
    complete_application,
    official,
    published_call,
    representative,
)
from tests.factories.dossiers import approved, in_days, uploaded
from tests.factories.partners import MembershipFactory
from tests.support.html import read

pytestmark = pytest.mark.django_db


def mandate_of(body: Organisation) -> DossierVersion:
    return approved(body, DocumentType.MANDATE, reference="Verbale n. 7", expires_on=in_days(90))


def delegate_of(body: Organisation, mandate: DossierVersion | None = None) -> Membership:
    membership: Membership = MembershipFactory(organisation=body, role=MemberRole.EDITOR)
    if mandate is None:
        return membership
    return give_mandate(membership=membership, mandate=mandate, by=representative(body))


def review(client: Client, application: Application) -> str:
    return read(client, f"/area-riservata/domande/{application.pk}/invia/").text


@pytest.mark.sqlite
def test_who_has_a_mandate_sends_with_it_and_the_application_keeps_it_as_it_was() -> None:
    body = association()
    mandate, application = mandate_of(body), complete_application(organisation=body)
    delegate = delegate_of(body, mandate)
    client = Client()
    client.force_login(delegate.user)
    page = review(client, application)
    assert "con una delega del suo legale rappresentante" in page
    assert "Delega «Verbale n. 7», valida fino a" in page
    client.post(f"/area-riservata/domande/{application.pk}/invia/")
    application.refresh_from_db()
    assert (application.sent_as, application.mandate) == (SentAs.DELEGATE, mandate)
    sealed = json.loads(application.sealed)["sender"]
    assert mandate.file is not None
    assert (sealed["as"], sealed["mandate"]["sha256"]) == ("delegate", mandate.file.sha256)
    with receipt_of(application=application).file.open("rb") as file:
        text = PdfReader(io.BytesIO(file.read())).pages[0].extract_text()
    assert "Verbalen.7" in "".join(text.split())
    assert str(delegate.user) not in application.sealed
    # What happens to it later changes nothing.
    reject_version(version=mandate, reason="Scoperto un errore.", by=official())
    with pytest.raises(ProtectedError):
        mandate.delete()


def test_the_representative_needs_none_and_old_or_lenient_calls_ask_none() -> None:
    body = association()
    sent = submit_application(application=complete_application(organisation=body), by=representative(body))
    assert (sent.sent_as, sent.mandate) == (SentAs.REPRESENTATIVE, None)
    lenient = complete_application(published_call(sender_needs_mandate=False), body)
    delegate = delegate_of(body)
    client = Client()
    client.force_login(delegate.user)
    assert "non chiede una delega" in review(client, lenient)
    assert submit_application(application=lenient, by=delegate.user).sent_as == SentAs.MEMBER


@pytest.mark.parametrize("case", ["none", "expired", "rejected", "of another body"])
def test_without_a_mandate_that_counts_nothing_is_sent_and_the_page_says_the_way_out(case: str) -> None:
    body = association()
    application = complete_application(organisation=body)
    mandate = None if case == "none" else mandate_of(body)
    delegate = delegate_of(body, mandate)
    if case == "expired":
        DossierVersion.objects.filter(pk=mandate.pk).update(expires_on=in_days(-1))  # type: ignore[union-attr]
    if case == "rejected":
        reject_version(version=mandate, reason="Manca la firma.", by=official())  # type: ignore[arg-type]
    if case == "of another body":
        Membership.objects.filter(pk=delegate.pk).update(mandate=mandate_of(association()))
    with pytest.raises(NoMandate, match="risposte sono salve"):
        submit_application(application=application, by=delegate.user)
    application.refresh_from_db()
    assert application.is_draft
    client = Client()
    client.force_login(delegate.user)
    page = review(client, application)
    assert "Puoi compilarla, non inviarla" in page
    assert "Invia la domanda" not in page
    assert "Chiedi al legale rappresentante" in page
    sent = submit_application(application=application, by=representative(body))
    with pytest.raises(NoMandate):
        withdraw_application(application=sent, by=delegate.user)


def test_one_that_waits_for_the_check_counts_so_that_no_deadline_waits_for_the_office() -> None:
    body = association()
    application = complete_application(organisation=body)
    waiting = uploaded(body, DocumentType.MANDATE, reference="Verbale n. 8", expires_on=in_days(9))
    sent = submit_application(application=application, by=delegate_of(body, waiting).user)
    assert json.loads(sent.sealed)["sender"]["mandate"]["status"] == "to_check"
