"""The dossier on screen: members bring documents, readers read, the office checks and is told of DURCs."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from partners.dossier.enums import CheckStatus, DocumentType, DurcOutcome
from partners.dossier.models import DossierVersion
from partners.organisations.enums import MemberRole
from tests.factories.accounts import UserFactory
from tests.factories.calls import association, official
from tests.factories.documents import image_bytes, pdf_bytes, upload
from tests.factories.dossiers import approved, in_days, uploaded
from tests.factories.partners import MembershipFactory
from tests.support.editing import UNCLOSED_ON_DISK
from tests.support.html import Read, read
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings(UNCLOSED_ON_DISK)]


@pytest.fixture
def member() -> User:
    return UserFactory()  # type: ignore[no-any-return]


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_a_member_brings_a_document_and_finds_it_with_its_history(member: User) -> None:
    body, client = association(member), signed_in(member)
    page = f"/area-riservata/enti/{body.pk}/documenti/"
    assert read(client, page).headings() == ["Non ancora presenti"]
    sent = {"file": upload(pdf_bytes()), "expires_on": in_days(200).isoformat(), "reference": "N. 118"}
    answer = client.post(f"{page}assicurazione-volontari/carica/", sent)
    assert answer.status_code == 302
    shown = read(client, f"{page}assicurazione-volontari/")
    assert "l’ufficio lo sta controllando" in shown.text
    assert "documento.pdf" in shown.text
    version = DossierVersion.objects.get()
    assert client.get(f"{page}assicurazione-volontari/{version.pk}/").getvalue().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (image_bytes(), "polizza.pdf", "non è di un tipo che possiamo accettare"),
        (b"", "polizza.pdf", "Il file è vuoto"),
        (pdf_bytes(password="segreta"), "polizza.pdf", "protetto da una password"),
        (pdf_bytes() + b" " * (21 * 1024 * 1024), "polizza.pdf", "più grande di"),
        (b"PK\x03\x04" + b"0" * 4000, "bomba.xlsx", "non è di un tipo che possiamo accettare"),
    ],
)
def test_a_wrong_file_is_told_in_a_sentence_and_the_other_fields_stay(
    member: User, content: bytes, name: str, words: str
) -> None:
    body, client = association(member), signed_in(member)
    address = f"/area-riservata/enti/{body.pk}/documenti/assicurazione-volontari/carica/"
    sent = {"file": upload(content, name), "expires_on": in_days(9).isoformat(), "reference": "N. 118"}
    answer = client.post(address, sent)
    assert answer.status_code == 422
    page = Read(answer.content.decode())
    assert words in page.text
    assert page.main.find(id="id_reference")["value"] == "N. 118"  # type: ignore[index]
    assert not DossierVersion.objects.exists()


def test_the_name_of_a_file_never_leads_elsewhere(member: User) -> None:
    body, client = association(member), signed_in(member)
    address = f"/area-riservata/enti/{body.pk}/documenti/assicurazione-volontari/carica/"
    sent = {"file": upload(pdf_bytes(), "..\\..\\etc/passwd.pdf"), "expires_on": in_days(9).isoformat()}
    assert client.post(address, sent).status_code == 302
    stored = DossierVersion.objects.get().file
    assert stored is not None
    assert not {"/", "\\"} & set(stored.name)


@pytest.mark.parametrize(
    "data", [{}, {"expires_on": "ieri"}, {"reference": "x" * 10_000}, {"reference": "\0"}]
)
def test_whatever_is_sent_is_answered(member: User, data: dict[str, str]) -> None:
    body, client = association(member), signed_in(member)
    for slug in ("assicurazione-volontari", "statuto"):
        address = f"/area-riservata/enti/{body.pk}/documenti/{slug}/carica/"
        assert client.post(address, data).status_code == 422


def test_a_long_history_costs_as_much_as_a_short_one(known_generation: None, member: User) -> None:
    body, client, costs = association(member), signed_in(member), []
    page = f"/area-riservata/enti/{body.pk}/documenti/assicurazione-volontari/"
    for _more in range(2):
        for person in (member, MembershipFactory(organisation=body).user):
            uploaded(body, by=person)
        client.get(page)
        with CaptureQueriesContext(connection) as asked:
            client.get(page)
        costs.append(len(asked))
    assert costs[0] == costs[1], costs


def test_a_reader_reads_and_has_no_button(member: User) -> None:
    body = association(member)
    version = uploaded(body)
    client = signed_in(MembershipFactory(organisation=body, role=MemberRole.READER).user)
    page = f"/area-riservata/enti/{body.pk}/documenti/"
    assert not [label for label in read(client, page).links() if label.startswith("Carica")]
    assert client.get(f"{page}assicurazione-volontari/{version.pk}/").getvalue()
    assert client.get(f"{page}assicurazione-volontari/carica/").status_code == 403
    assert client.get(f"{page}durc/carica/").status_code == 404


def test_a_rejection_reaches_the_body_by_mail_and_in_its_area(
    member: User, django_capture_on_commit_callbacks: Any
) -> None:
    body = association(member)
    version, client = uploaded(body), signed_in(official())
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/cms/documenti-enti/reject/{version.pk}/", {"reason": "Manca la firma."})
    version.refresh_from_db()
    assert (version.status, version.reason) == (CheckStatus.REJECTED, "Manca la firma.")
    (message,) = mail.outbox
    assert set(message.to) == {body.email, member.email}
    assert "Manca la firma." in message.body
    area = read(signed_in(member), "/area-riservata/")
    assert "non è stato accettato" in area.text
    assert "Manca la firma." in read(signed_in(member), f"/area-riservata/enti/{body.pk}/documenti/").text


def test_the_office_reads_a_document_and_leaves_its_name() -> None:
    version, person = uploaded(association()), official()
    client = signed_in(person)
    answer = client.get(f"/cms/documenti-enti/file/{version.pk}/")
    assert answer.getvalue().startswith(b"%PDF")
    assert answer["Content-Disposition"].startswith("inline")
    assert AuditEntry.objects.get(action="partners.dossier.opened").actor == person
    client.post(f"/cms/documenti-enti/approve/{version.pk}/")
    version.refresh_from_db()
    assert (version.status, version.checked_by) == (CheckStatus.VALID, person)
    assert client.post(f"/cms/documenti-enti/approve/{version.pk}/").status_code == 302


def test_the_office_approves_several_at_once() -> None:
    first, second = uploaded(association()), uploaded(association())
    client = signed_in(official())
    page = read(client, "/cms/documenti-enti/approve-several/")
    assert len(page.main.find_all("input", {"name": "versions"})) == 2
    assert "Scegli almeno" in client.post("/cms/documenti-enti/approve-several/").content.decode()
    client.post("/cms/documenti-enti/approve-several/", {"versions": [first.pk, second.pk]})
    assert DossierVersion.objects.filter(status=CheckStatus.VALID).count() == 2


def test_the_list_of_the_office_is_filtered_searched_and_exported() -> None:
    approved(association(), expires_on=in_days(10))
    waiting = uploaded(association())
    client = signed_in(official())
    page = read(client, "/cms/documenti-enti/", {"standing": "to_check"})
    assert waiting.document.organisation.name in page.text
    assert "1 risultat" in page.text
    assert "1 risultat" in read(client, "/cms/documenti-enti/", {"standing": "expiring"}).text
    assert (
        "1 risultat" in read(client, "/cms/documenti-enti/", {"q": waiting.document.organisation.name}).text
    )
    export = client.get("/cms/documenti-enti/", {"export": "csv", "standing": "to_check"})
    assert waiting.document.organisation.tax_code in export.getvalue().decode()


def test_an_irregular_durc_warns_the_office_and_tells_the_body(member: User) -> None:
    body, client = association(member), signed_in(official())
    data = {"protocol": "INPS_1", "requested_on": in_days(-2).isoformat(), "outcome": DurcOutcome.IRREGULAR}
    assert client.post(f"/cms/documenti-enti/durc/{body.pk}/", data).status_code == 302
    version = DossierVersion.objects.get(document__type=DocumentType.DURC)
    assert (version.expires_on, version.status) == (in_days(118), CheckStatus.VALID)
    assert "intervento sostitutivo" in read(client, f"/cms/enti/inspect/{body.pk}/").text
    dossier = f"/area-riservata/enti/{body.pk}/documenti/"
    assert "Irregolare" in read(signed_in(member), f"{dossier}durc/").text
    assert "Da sistemare" in read(signed_in(member), dossier).headings()
    # One that has ended is the office's to ask for: the body has nothing to mend.
    DossierVersion.objects.update(outcome=DurcOutcome.REGULAR, expires_on=in_days(-1))
    assert read(signed_in(member), dossier).headings() == [
        "Li chiede il nostro ufficio",
        "Non ancora presenti",
    ]
    assert "da sistemare" not in read(signed_in(member), "/area-riservata/").text
    DossierVersion.objects.update(expires_on=in_days(118))
    # The same protocol number is not recorded twice; a day to come is told at its field.
    assert "già registrato" in client.post(f"/cms/documenti-enti/durc/{body.pk}/", data).content.decode()
    later = {**data, "protocol": "INPS_2", "requested_on": in_days(2).isoformat()}
    assert "deve ancora venire" in client.post(f"/cms/documenti-enti/durc/{body.pk}/", later).content.decode()
    assert DossierVersion.objects.count() == 1


def test_only_who_checks_sees_a_dossier_on_the_page_of_the_body() -> None:
    body = association()
    director = signed_in(UserFactory(role=Role.DIRECTOR))
    assert "Registra il DURC" not in read(director, f"/cms/enti/inspect/{body.pk}/").text
