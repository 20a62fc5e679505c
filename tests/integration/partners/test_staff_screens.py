"""The office's screens of organisations and schools."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from partners.organisations.enums import OrganisationStatus
from partners.organisations.models import Organisation
from partners.registrations import counts
from tests.factories.accounts import UserFactory
from tests.factories.partners import (
    MembershipFactory,
    OrganisationFactory,
    SchoolContactFactory,
    SchoolFactory,
    check_all,
    tax_code,
)
from tests.factories.territory import TargetGroupFactory
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry
from vicinia.territory.models import ServedMunicipality

pytestmark = pytest.mark.django_db


def office(role: Role = Role.CALLS_OFFICE) -> Client:
    client = Client()
    client.force_login(UserFactory(role=role))
    return client


def page(response: Any) -> str:
    assert response.status_code == 200
    return str(response.content.decode())


def test_the_office_finds_a_body_by_name_or_tax_code_and_filters_by_status() -> None:
    OrganisationFactory(name="Il Portone", tax_code=tax_code(31))
    OrganisationFactory(name="La Soglia", status=OrganisationStatus.TO_VERIFY)
    client, url = office(), reverse("organisations:index")
    assert url == "/cms/enti/"
    for query in ({"q": "portone"}, {"q": tax_code(31)}, {"status": "verified"}):
        found = page(client.get(url, query))
        assert "Il Portone" in found, query
        assert "La Soglia" not in found, query


def test_the_office_filters_by_section_by_who_is_helped_and_by_who_has_people() -> None:
    group = TargetGroupFactory()
    found = MembershipFactory(organisation__name="Il Portone", organisation__runts_number="4821",
                              organisation__runts_section="a").organisation  # fmt: skip
    found.target_groups.add(group)
    OrganisationFactory(name="La Soglia", runts_number="7", runts_section="b")
    client, url = office(), reverse("organisations:index")
    for query in ({"runts_section": "a"}, {"target_groups": group.pk}, {"has_members": "true"}):
        shown = page(client.get(url, query))
        assert "Il Portone" in shown, query
        assert "La Soglia" not in shown, query
    assert "Il Portone" not in page(client.get(url, {"has_members": "false"}))


FORMULA = '=HYPERLINK("https://example.com";"Clicca")'


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("organisations:index", Role.CALLS_OFFICE),
        ("schools:index", Role.SCHOOLS_OFFICE),
        ("school_contacts:index", Role.SCHOOLS_OFFICE),
    ],
)
def test_a_name_that_begins_like_a_formula_runs_in_no_spreadsheet(name: str, role: Role) -> None:
    OrganisationFactory(name=FORMULA)
    SchoolContactFactory(school__name=FORMULA)
    client, url = office(role), reverse(name)
    text = client.get(url, {"export": "csv"}).content.decode("utf-8-sig")
    values = [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
    assert f"'{FORMULA}" in values
    assert FORMULA not in values
    book = load_workbook(io.BytesIO(client.get(url, {"export": "xlsx"}).content))
    assert "f" not in {cell.data_type for row in book.active.rows for cell in row}


def test_the_office_exports_what_is_filtered_as_italian_spreadsheets_read_it() -> None:
    OrganisationFactory(tax_code=tax_code(1))
    OrganisationFactory(tax_code=tax_code(2), status=OrganisationStatus.TO_VERIFY)
    # The address that the list's own menu has once it was filtered without loading the page again.
    url = reverse("organisations:index_results")
    answer = office().get(url, {"export": "csv", "status": "verified", "q": "", "legal_form": ""})
    header, *rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
    assert [row[2] for row in rows] == [tax_code(1)]
    assert header[:3] == ["Nome", "Forma giuridica", "Codice fiscale"]
    # The time of Italy, with no zone that a spreadsheet would not read.
    registered = timezone.localtime(Organisation.objects.get(tax_code=tax_code(1)).created_at)
    assert rows[0][-1] == f"{registered:%d/%m/%Y %H:%M:%S}"


def test_the_office_registers_a_body_by_phone() -> None:
    client = office()
    response = client.post(
        reverse("organisations:add"),
        {"tax_code": tax_code(3), "name": "Il Portone", "legal_form": "odv", "email": "a@example.com"},
    )
    assert response.status_code == 302
    organisation = Organisation.objects.get()
    assert organisation.memberships.count() == 0
    assert AuditEntry.objects.filter(action="partners.organisation.registered").count() == 1
    again = client.post(
        reverse("organisations:add"),
        {"tax_code": tax_code(3), "name": "Altro", "legal_form": "odv", "email": "b@example.com"},
    )
    assert "già registrato" in page(again)


def test_the_office_corrects_a_body_and_the_trail_says_what_changed() -> None:
    organisation = OrganisationFactory(phone="1")
    response = office().post(
        reverse("organisations:edit", args=[organisation.pk]),
        {
            "name": organisation.name,
            "legal_form": "odv",
            "email": organisation.email,
            "city": "Fontalba",
            "phone": "2",
        },
    )
    assert response.status_code == 302
    organisation.refresh_from_db()
    assert organisation.phone == "2"
    entry = AuditEntry.objects.get(action="partners.organisation.updated")
    assert entry.data["changes"] == {"phone": ["1", "2"]}


def test_the_office_verifies_then_suspends_from_the_bodys_page() -> None:
    # As a list gives it: without an e-mail address.
    organisation = MembershipFactory(
        organisation__status=OrganisationStatus.TO_VERIFY, organisation__email=""
    ).organisation
    client, url = office(), reverse("organisations:inspect", args=[organisation.pk])
    shown = page(client.get(url))
    assert "Controlla e verifica" in shown
    assert str(organisation.memberships.get().user.email) in shown
    check_all(organisation)
    client.post(reverse("organisations:verify", args=[organisation.pk]))
    organisation.refresh_from_db()
    assert organisation.status == OrganisationStatus.VERIFIED
    suspend = reverse("organisations:suspend", args=[organisation.pk])
    assert "Motivo" in page(client.get(suspend))
    assert client.post(suspend, {"reason": ""}).status_code == 200
    client.post(suspend, {"reason": "Sede chiusa"})
    organisation.refresh_from_db()
    assert organisation.status == OrganisationStatus.SUSPENDED
    shown = page(client.get(url))
    assert "Sede chiusa" in shown
    assert "Riammetti" in shown


def test_whoever_verifies_does_not_readmit_a_suspended_body_unawares() -> None:
    organisation = check_all(
        OrganisationFactory(status=OrganisationStatus.SUSPENDED, status_reason="Sede chiusa")
    )
    client = office()
    # From a page that is not of now, and among others ticked in the list.
    verify = reverse("organisations:verify", args=[organisation.pk])
    assert "è sospeso" in page(client.post(verify, follow=True))
    bulk = reverse("wagtail_bulk_action", args=["partners", "organisation", "verify"])
    client.post(f"{bulk}?id={organisation.pk}")
    organisation.refresh_from_db()
    assert organisation.status == OrganisationStatus.SUSPENDED
    client.post(reverse("organisations:readmit", args=[organisation.pk]))
    organisation.refresh_from_db()
    assert (organisation.status, organisation.status_reason) == (OrganisationStatus.VERIFIED, "")


def test_verifying_twice_says_that_it_is_done_already() -> None:
    organisation = OrganisationFactory()
    response = office().post(reverse("organisations:verify", args=[organisation.pk]), follow=True)
    assert "ora non è possibile" in page(response)


def test_nobody_deletes_a_body_not_even_an_administrator() -> None:
    organisation = OrganisationFactory()
    client = Client()
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    client.post(reverse("organisations:delete", args=[organisation.pk]))
    assert Organisation.objects.filter(pk=organisation.pk).exists()


def test_who_only_reads_bodies_sees_them_without_buttons() -> None:
    organisation = OrganisationFactory(status=OrganisationStatus.TO_VERIFY)
    client = office(Role.TRANSPARENCY_OFFICER)
    shown = page(client.get(reverse("organisations:inspect", args=[organisation.pk])))
    assert reverse("organisations:verify", args=[organisation.pk]) not in shown
    client.post(reverse("organisations:verify", args=[organisation.pk]))
    client.post(reverse("organisations:suspend", args=[organisation.pk]), {"reason": "x"})
    client.post(reverse("organisations:edit", args=[organisation.pk]), {"name": "Altro"})
    organisation.refresh_from_db()
    assert organisation.status == OrganisationStatus.TO_VERIFY
    assert organisation.name != "Altro"
    assert not AuditEntry.objects.filter(target_id=str(organisation.pk)).exists()


def test_an_evaluator_does_not_open_the_list() -> None:
    response = office(Role.EVALUATOR).get(reverse("organisations:index"))
    assert response.status_code == 302


def test_the_home_panel_counts_the_bodies_to_verify() -> None:
    OrganisationFactory.create_batch(2, status=OrganisationStatus.TO_VERIFY)
    OrganisationFactory()
    count = counts(None)[0]  # type: ignore[arg-type]
    assert count.value == 2
    assert len(Organisation.objects.filter(status=OrganisationStatus.TO_VERIFY)) == 2
    assert "status=to_verify" in count.url


def test_the_schools_office_sees_schools_and_who_works_there() -> None:
    contact = SchoolContactFactory(school__name="Le Mura", user__email="insegnante@example.com")
    client = office(Role.SCHOOLS_OFFICE)
    assert "Le Mura" in page(client.get("/cms/scuole/", {"q": "mura"}))
    shown = page(client.get(reverse("schools:inspect", args=[contact.school_id])))
    assert "insegnante@example.com" in shown
    assert "insegnante@example.com" in page(client.get("/cms/persone-scuole/"))
    assert client.get(reverse("schools:edit", args=[contact.school_id])).status_code == 302


def test_the_schools_office_keeps_to_the_municipalities_it_serves() -> None:
    ServedMunicipality.objects.create(name="Fontalba", cadastral_code="Z999")
    SchoolFactory(name="Le Mura")
    SchoolFactory(name="Altrove", municipality_code="Z998")
    client = office(Role.SCHOOLS_OFFICE)
    served = page(client.get("/cms/scuole/", {"is_served": "true"}))
    assert "Le Mura" in served
    assert "Altrove" not in served
    others = page(client.get("/cms/scuole/", {"is_served": "false"}))
    assert "Altrove" in others
    assert "Le Mura" not in others
