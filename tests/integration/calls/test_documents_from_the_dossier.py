"""A document of the dossier in an application: chosen, frozen at sending, refused when it counts no more."""

from __future__ import annotations

import json

import pytest
from django.db.models import ProtectedError
from django.test import Client

from calls.applications.file_services import (
    NotInDossier,
    NotWanted,
    attach_file,
    remove_file,
    take_from_dossier,
)
from calls.applications.models import Application
from calls.applications.receipts import file_label
from calls.applications.refusals import NotComplete
from calls.applications.services import submit_application
from partners.dossier.models import DossierVersion
from partners.dossier.services import reject_version
from tests.factories.calls import (
    answered_application,
    association,
    call_with_insurance,
    official,
    representative,
)
from tests.factories.documents import pdf_bytes, upload
from tests.factories.dossiers import approved, in_days, uploaded
from tests.support.html import read
from vicinia.core.files.models import StoredFile

pytestmark = pytest.mark.django_db
KEY = "assicurazione"


def choose(application: Application) -> None:
    by = representative(application.organisation)
    take_from_dossier(application=application, key=KEY, by=by)


def send(application: Application) -> Application:
    return submit_application(application=application, by=representative(application.organisation))


def applicant(application: Application) -> Client:
    client = Client()
    client.force_login(representative(application.organisation))
    return client


@pytest.mark.sqlite
def test_the_chosen_version_is_frozen_and_later_ones_change_nothing() -> None:
    body = association()
    version = approved(body)
    application = answered_application(call_with_insurance(), body)
    choose(application)
    sent = send(application)
    approved(body)
    reject_version(version=version, reason="Scoperto un errore.", by=official())
    (file,) = json.loads(sent.sealed)["files"]
    assert version.file is not None
    assert file["sha256"] == version.file.sha256
    assert file["dossier"] == {
        "version": version.pk,
        "number": 1,
        "status": "valid",
        "expires_on": version.expires_on.isoformat() if version.expires_on else None,
    }
    assert file_label(file) == "Assicurazione (dal fascicolo, versione 1)"
    assert sent.attachments.get().dossier_version == version
    with pytest.raises(ProtectedError):
        version.delete()


def test_a_version_rejected_meanwhile_cannot_be_sent_and_the_page_says_what_to_do() -> None:
    body = association()
    version = approved(body)
    application = answered_application(call_with_insurance(), body)
    choose(application)
    reject_version(version=version, reason="La polizza è di un altro ente.", by=official())
    with pytest.raises(NotComplete) as refusal:
        send(application)
    assert refusal.value.labels == ("Assicurazione",)
    client = applicant(application)
    review = read(client, f"/area-riservata/domande/{application.pk}/invia/")
    assert "La polizza è di un altro ente" in review.text
    assert "Invia la domanda" not in review.text
    documents = read(client, f"/area-riservata/domande/{application.pk}/documenti/")
    assert "La polizza è di un altro ente" in documents.text
    # The new one is chosen with one button, and then it can be sent.
    approved(body)
    answer = client.post(
        f"/area-riservata/domande/{application.pk}/documenti/", {"key": KEY, "from_dossier": "1"}
    )
    assert answer.status_code == 302
    assert send(application).code


def test_a_version_that_has_expired_meanwhile_cannot_be_sent() -> None:
    body = association()
    version = approved(body, expires_on=in_days(1))
    application = answered_application(call_with_insurance(), body)
    choose(application)
    DossierVersion.objects.filter(pk=version.pk).update(expires_on=in_days(-1))
    with pytest.raises(NotComplete):
        send(application)
    page = read(applicant(application), f"/area-riservata/domande/{application.pk}/documenti/")
    assert "È scaduto" in page.text


def test_what_is_not_in_the_dossier_is_uploaded_there_and_the_way_back_is_kept() -> None:
    body = association()
    application = answered_application(call_with_insurance(), body)
    with pytest.raises(NotInDossier):
        choose(application)
    client, address = applicant(application), f"/area-riservata/domande/{application.pk}/documenti/"
    page = read(client, address)
    (link,) = [url for label, url in page.links().items() if label.startswith("Caricalo nel fascicolo")]
    sent = {"file": upload(pdf_bytes()), "expires_on": in_days(90).isoformat(), "next": address}
    assert client.post(link.partition("?")[0], sent)["Location"] == address
    # The office has not seen it yet: it can be used, so that no deadline waits for the office.
    assert "ancora da controllare" in read(client, address).text
    choose(application)
    assert send(application).code


def test_a_document_of_the_dossier_takes_no_other_file_and_removing_it_leaves_the_dossier_whole() -> None:
    body = association()
    version = uploaded(body)
    application = answered_application(call_with_insurance(), body)
    by = representative(body)
    with pytest.raises(NotWanted):
        attach_file(application=application, key=KEY, upload=upload(pdf_bytes()), by=by)
    choose(application)
    remove_file(application=application, key=KEY, by=by)
    assert StoredFile.objects.get() == version.file
    assert version.file is not None
    with version.file.file.open("rb") as file:
        assert file.read(4) == b"%PDF"
