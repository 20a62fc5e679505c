"""The calls office imports a list from its screens: what it sees, what is written, what comes back."""

from __future__ import annotations

import csv
import io
import re

import pytest
from django.test import Client
from openpyxl import load_workbook

from partners.organisations.models import Organisation
from tests.factories.partners import OrganisationFactory, tax_code
from tests.integration.partners.imports.steps import (
    HEADER,
    KIND,
    MAPPING,
    Press,
    body,
    checked,
    step,
    table,
    upload,
    words,
)
from tests.support.editing import office
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry
from vicinia.core.imports.runs.enums import RunState
from vicinia.core.imports.runs.models import ImportRun

pytestmark = pytest.mark.django_db


@pytest.mark.sqlite
def test_a_list_is_checked_confirmed_and_written_and_a_second_time_changes_nothing(
    client: Client, press: Press
) -> None:
    OrganisationFactory(tax_code=tax_code(1), name="Portone", city="Fontalba", created_by=None, email="")
    run = checked(press, table(body(1), body(2, "Il Filo"), (tax_code(3)[:-1] + "x", "No", "", "")))
    assert (run.state, run.created, run.changed, run.refused) == (RunState.CHECKED, 1, 1, 1)
    assert Organisation.objects.count() == 1
    page = words(client.get(step(run)).content.decode())
    assert "Nome: Portone → diventa Il Portone" in page
    assert "tutte o nessuna" not in page.lower()
    page = words(press(step(run, "confirm/"), choice="good"))
    run.refresh_from_db()
    assert (run.state, run.created, run.changed, run.refused) == (RunState.DONE, 1, 1, 1)
    assert "L’importazione è conclusa" in page
    assert set(Organisation.objects.values_list("name", flat=True)) == {"Il Portone", "Il Filo"}
    assert AuditEntry.objects.filter(action="core.import_run.imported").count() == 1
    assert AuditEntry.objects.filter(action__startswith="core.import_run.").count() == 3

    again = upload(press, table(body(1), body(2, "Il Filo")))
    run = ImportRun.objects.latest("pk")
    assert "già stato importato" not in again
    before = list(Organisation.objects.values())
    page = words(press(step(run, "columns/"), **MAPPING))
    assert "Non è cambiato nulla" in page
    assert list(Organisation.objects.values()) == before


def test_the_same_file_sent_twice_is_told_and_may_go_on(press: Press) -> None:
    content = table(body(1))
    run = checked(press, content)
    press(step(run, "confirm/"), choice="all")
    page = words(upload(press, content, "altro nome.csv"))
    assert "Proprio questo file è già stato importato" in page
    page = words(press(step(ImportRun.objects.latest("pk"), "columns/"), **MAPPING))
    assert "Non è cambiato nulla" in page


def test_all_or_none_writes_nothing_when_a_row_is_refused(press: Press) -> None:
    run = checked(press, table(body(1), ("", "Senza codice", "", "")))
    page = words(press(step(run, "confirm/"), choice="all"))
    assert "Scegli quali righe scrivere" in page
    assert not Organisation.objects.exists()


def test_columns_with_other_names_are_matched_and_remembered(client: Client, press: Press) -> None:
    header = ("C.F.", "Denominazione", "NOME COMUNE", "ets")
    upload(press, table(body(1), header=header))
    run = ImportRun.objects.latest("pk")
    page = client.get(step(run, "columns/")).content.decode()
    assert f"C.F. ({tax_code(1)})" in page
    assert re.search(r'<option value="NOME COMUNE" selected', page)
    page = words(press(step(run, "columns/"), column_0="", column_1="Denominazione", column_2="NOME COMUNE"))
    assert "Indica quale colonna" in page
    press(step(run, "columns/"), column_0="C.F.", column_1="C.F.", column_2="NOME COMUNE", column_3="ets")
    run.refresh_from_db()
    assert run.state == RunState.UPLOADED
    chosen = {"column_0": "C.F.", "column_1": "Denominazione", "column_2": "NOME COMUNE", "column_3": "ets"}
    press(step(run, "columns/"), **chosen)
    upload(press, table(body(2), header=header))
    page = client.get(step(ImportRun.objects.latest("pk"), "columns/")).content.decode()
    assert re.search(r'<option value="C\.F\." selected', page)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_file_of_the_errors_has_the_original_rows_with_the_reason_and_no_formula(
    client: Client, press: Press, form: str
) -> None:
    rows = [
        body(1),
        ("93021579996", "=HYPERLINK(1)", "Fontalba", "X"),
        (tax_code(2), "troppo\x07strano", "Fontalba", ""),
        (tax_code(3), "x" * 10_000, "Fontalba", ""),
    ]
    text = table(*rows) + f"{tax_code(4)},due celle\r\n"
    run = checked(press, text)
    assert (run.created, run.refused) == (1, 4)
    content = b"".join(client.get(step(run, "errors/"), {"format": form}))
    if form == "csv":
        found = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    else:
        sheet = load_workbook(io.BytesIO(content)).active
        assert sheet is not None
        found = [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert found[0] == [*HEADER, "Riga", "Motivo"]
    assert [row[4] for row in found[1:]] == ["3", "4", "5", "6"]
    assert found[1][:3] == ["93021579996", "'=HYPERLINK(1)", "Fontalba"]
    assert "non è corretto" in found[1][5]
    assert found[4][:2] == [tax_code(4), "due celle"]
    assert "2" in found[4][5]


def test_an_import_of_what_others_look_after_is_not_found(press: Press) -> None:
    run = checked(press, table(body(1)))
    assert office(Role.EDITOR).get(step(run)).status_code == 302
    assert office(Role.ADMINISTRATOR).get(step(run)).status_code == 200
    assert office(Role.CALLS_OFFICE).get("/cms/importazioni/new/nobody.knows/").status_code == 404


def test_an_import_cancelled_before_the_writing_writes_nothing_and_can_start_again(press: Press) -> None:
    run = checked(press, table(body(1)))
    page = words(press(step(run, "cancel/")))
    assert "annullata prima di scrivere" in page
    press(step(run, "confirm/"), choice="all")
    assert not Organisation.objects.exists()
    press(step(run, "again/"))
    press(step(run, "confirm/"), choice="all")
    assert Organisation.objects.count() == 1


def test_the_differences_are_read_page_by_page_and_by_kind(client: Client, press: Press) -> None:
    OrganisationFactory(tax_code=tax_code(1), name="Portone", city="Fontalba", created_by=None, email="")
    run = checked(press, table(*(body(number) for number in range(1, 121))))
    assert (run.created, run.changed) == (119, 1)
    first = client.get(step(run, "differences/")).content.decode()
    last = client.get(step(run, "differences/"), {"p": "99"}).content.decode()
    assert (first.count('<td class="title">'), last.count('<td class="title">')) == (50, 20)
    changed = client.get(step(run, "differences/"), {"rows": "changed"}).content.decode()
    assert changed.count('<td class="title">') == 1
    assert "Nessuna riga è stata rifiutata" in client.get(step(run, "problems/")).content.decode()


def test_the_model_file_can_be_imported_as_it_is(client: Client, press: Press) -> None:
    model = client.get(f"/cms/importazioni/new/{KIND}/model/").getvalue()
    run = checked(press, model)
    assert (run.created, run.refused) == (1, 0)
