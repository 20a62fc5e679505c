"""What happened to a body, across applications, in one list that the office filters, prints and exports."""

from __future__ import annotations

import csv
import io
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from campaigns.outreach.models import CampaignPartner
from partners.dossier.services import reject_version
from partners.merging.services import merge_organisations
from partners.organisations.models import Organisation
from partners.organisations.services import update_organisation
from partners.timeline.screens import LATEST
from tests.factories.accounts import UserFactory
from tests.factories.calls import complete_application, published_call
from tests.factories.dossiers import uploaded
from tests.factories.outreach import CampaignFactory
from tests.factories.partners import MembershipFactory, OrganisationFactory
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core import audit
from vicinia.core.audit.models import AuditEntry
from vicinia.core.traces.models import DataAccess

pytestmark = pytest.mark.django_db


@pytest.fixture
def body() -> Organisation:
    """A body with changed data, a rejected document, an application that was sent, a campaign of 2020."""
    from calls.applications.services import submit_application

    member = MembershipFactory(user__first_name="Ada", user__last_name="Esempio")
    body: Organisation = member.organisation
    update_organisation(organisation=body, by=member.user, phone="0000 123456")
    audit.record("partners.member.refused", by=None, target=body, person="Carla Esempio", reason="Ignota")
    audit.record("partners.member.mandate_given", by=None, target=body, person="Dora Esempio", mandate="n. 7")
    audit.record("partners.member.removed", by=None, target=body, person="Bruno Esempio", role="editor")
    version = uploaded(body, by=member.user)
    reject_version(version=version, reason="È scaduta a marzo", by=UserFactory(role=Role.CALLS_OFFICE))
    submit_application(application=complete_application(published_call(), body), by=member.user)
    campaign = CampaignFactory(title="Porte aperte", starts_on="2020-05-04", ends_on="2020-06-04")
    CampaignPartner.objects.create(campaign=campaign, organisation=body)
    return body


def test_what_has_not_happened_yet_is_not_told(body: Organisation) -> None:
    campaign = CampaignFactory(title="Porte ancora chiuse", starts_on="2990-05-04", ends_on="2990-06-04")
    CampaignPartner.objects.create(campaign=campaign, organisation=body)
    page = office().get(reverse("organisations:timeline", args=[body.pk])).content.decode()
    assert "Porte aperte" in page
    assert "Porte ancora chiuse" not in page


def office(role: Role = Role.CALLS_OFFICE) -> Client:
    user: User = UserFactory(role=role)
    client = Client()
    client.force_login(user)
    return client


def table(html: str) -> str:
    """The rows, without the filters above them."""
    found = re.search(r"<tbody>.*</tbody>", html, re.DOTALL)
    return found[0] if found else ""


def test_the_office_reads_in_one_list_what_every_part_of_the_platform_knows_of_a_body(
    body: Organisation,
) -> None:
    client, url = office(), reverse("organisations:timeline", args=[body.pk])
    rows = table(client.get(url).content.decode())
    told = ["Campagna con l’ufficio", "Dati modificati", "Persona tolta", "Documento ricevuto",
            "Documento respinto", "Domanda 1/"]  # fmt: skip
    places = [rows.index(each) for each in told]
    assert places == sorted(places, reverse=True), "the latest first"
    for text in ("telefono", "Bruno Esempio · Può compilare e inviare", "È scaduta a marzo", "Porte aperte"):
        assert text in rows, text
    only_documents = table(client.get(url, {"cosa": "documents"}).content.decode())
    assert "Documento respinto" in only_documents
    assert "Dati modificati" not in only_documents
    of_2020 = client.get(url, {"anno": "2020"}).content.decode()
    assert "Porte aperte" in table(of_2020)
    assert "Dati modificati" not in table(of_2020)
    nothing = client.get(url, {"anno": "2020", "cosa": "documents"}).content.decode()
    assert "Niente di questo tipo in quest’anno" in nothing
    people = table(client.get(url, {"cosa": "people"}).content.decode())
    for text in ("Carla Esempio · Ignota", "Dora Esempio · n. 7"):
        assert text in people, text
    # Who was there, by name; who is there, by account.
    assert DataAccess.objects.filter(subject_label__contains="Bruno Esempio").exists()
    assert DataAccess.objects.filter(subject=body.members.get()).exists()


def test_each_reads_and_follows_only_what_their_role_may(body: Organisation) -> None:
    url = reverse("organisations:timeline", args=[body.pk])
    editor, official = (office(role).get(url).content.decode() for role in (Role.EDITOR, Role.CALLS_OFFICE))
    assert "Dati modificati" in editor
    assert "Documento respinto" not in editor
    assert "Domanda 1/" not in editor
    campaign = "/cms/snippets/campaigns/campaign/edit/"
    assert campaign in table(editor)
    assert campaign not in table(official)
    assert "Porte aperte" in table(official)


def test_what_is_filtered_leaves_as_a_file_without_formulas(body: Organisation) -> None:
    update_organisation(organisation=body, by=body.members.get(), name="=1+1")
    audit.record("partners.organisation.notice_published", by=None, target=body, title="=1+1")
    url = reverse("organisations:timeline", args=[body.pk])
    answer = office().get(url, {"formato": "csv", "cosa": "data"})
    header, *rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
    assert header == ["Quando", "Tipo", "Che cosa è successo", "Dettaglio", "Chi", "Stato"]
    assert {row[1] for row in rows} == {"Dati e pagina pubblica"}
    assert "'=1+1" in {row[3] for row in rows}
    assert office().get(url, {"formato": "xlsx"}).content.startswith(b"PK")


def test_what_happened_to_a_body_that_went_into_another_is_told_there_with_its_name(
    body: Organisation,
) -> None:
    winner = OrganisationFactory(name="La Soglia")
    merge_organisations(winner=winner, loser=body, take=[], by=UserFactory(role=Role.CALLS_OFFICE))
    rows = table(office().get(reverse("organisations:timeline", args=[winner.pk])).content.decode())
    assert f"{body.name} · telefono" in rows
    assert "Domanda 1/" in rows


def test_a_long_past_costs_the_same_and_comes_a_page_at_a_time_or_whole_to_be_printed() -> None:
    costs, client = [], office()
    for many in (10, 300):
        body = OrganisationFactory()
        AuditEntry.objects.bulk_create(
            AuditEntry(
                action="partners.organisation.updated", target_type="partners.organisation",
                target_id=str(body.pk), target_label=body.name, data={"changes": {"phone": ["", "1"]}},
            )
            for _number in range(many)
        )  # fmt: skip
        url = reverse("organisations:timeline", args=[body.pk])
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            first = client.get(url).content.decode()
        costs.append(len(asked))
    assert costs[0] == costs[1]
    assert table(first).count("<tr>") == 50
    assert table(client.get(url, {"p": "6"}).content.decode()).count("<tr>") == 50
    assert table(client.get(url, {"tutto": "si"}).content.decode()).count("<tr>") == 300
    page = client.get(reverse("organisations:inspect", args=[body.pk])).content.decode()
    assert page.count('<span class="v-record__when">') == LATEST
    assert url in page


def test_a_body_without_a_past_says_what_will_be_here() -> None:
    url = reverse("organisations:timeline", args=[OrganisationFactory().pk])
    page = office().get(url, {"anno": "²²²²", "cosa": "\0", "p": "x"}).content.decode()
    assert "Non c’è ancora niente" in page
