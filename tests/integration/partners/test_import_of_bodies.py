"""The list of bodies is loaded as it is published; what cannot be loaded is told, the rest is kept."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partners.organisations.enums import LegalForm, OrganisationStatus
from partners.organisations.imports import FivePerMilleResource
from partners.organisations.models import Organisation
from partners.organisations.services import update_organisation
from tests.factories.accounts import UserFactory
from tests.factories.partners import MembershipFactory, OrganisationFactory, tax_code
from vicinia.core.audit.models import AuditEntry
from vicinia.core.imports.changes import RowChange
from vicinia.core.imports.engine import run_import
from vicinia.core.imports.outcome import Outcome, Watch
from vicinia.core.imports.services import ImportReport, import_file
from vicinia.core.tabular import TableUnreadable, open_table

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

HEADER = ("prog", "codice_fiscale", "denominazione", "nome_comune", "ets_e_onlus", "asd", "comuni")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a test writes its list."""
    return tmp_path / "list.csv"


def line(code: str, name: str = "Il Portone", town: str = "FONTALBA", flags: str = "X,,") -> list[str]:
    """A row of the list."""
    return ["1", code, name, town, *flags.split(",")]


def write(path: Path, *rows: list[str], encoding: str = "utf-8") -> Path:
    """Write a list of bodies."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([HEADER, *rows])
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def load(path: Path) -> ImportReport:
    """Import a list."""
    return import_file(path=path, resource=FivePerMilleResource(), by=None)


def look(path: Path) -> list[RowChange]:
    """Compare a list and write nothing; return what it would write."""
    found: list[RowChange] = []
    with open_table(path) as table:
        run_import(table, FivePerMilleResource(), write=False, watch=Watch(found=found.extend))
    return found


def problems(outcome: Outcome) -> list[tuple[int, str]]:
    """Lines and reasons."""
    return [(problem.line, problem.reason) for problem in outcome.problems]


def test_a_list_is_loaded_and_a_second_time_changes_nothing(path: Path) -> None:
    write(path, line(tax_code(1)), line(tax_code(2), "Sport", flags=",X,"), line(tax_code(3), flags="X,,X"))
    report = load(path)
    assert (report.load.created, report.load.refused) == (3, 0)
    first, second, third = Organisation.objects.order_by("tax_code")
    assert (first.name, first.city, first.status) == ("Il Portone", "FONTALBA", OrganisationStatus.TO_VERIFY)
    assert [body.legal_form for body in (first, second, third)] == [
        LegalForm.OTHER_ETS,
        LegalForm.NON_ETS,
        LegalForm.PUBLIC_BODY,
    ]
    before = list(Organisation.objects.values())
    again = load(path).load
    assert (again.created, again.changed, again.unchanged) == (0, 0, 3)
    assert list(Organisation.objects.values()) == before
    assert AuditEntry.objects.filter(action="core.table.imported").count() == 2


def test_the_zeros_that_a_spreadsheet_took_come_back(path: Path) -> None:
    code = next(code for number in range(1, 400) if (code := tax_code(number)).startswith("0"))
    write(path, line(code.lstrip("0")))
    load(path)
    assert Organisation.objects.get().tax_code == code


def test_the_list_corrects_its_own_rows_and_never_what_somebody_registered(path: Path) -> None:
    write(path, line(tax_code(1)), line(tax_code(3), "LA SOGLIA"))
    load(path)
    OrganisationFactory(tax_code=tax_code(2), name="Il Filo", created_by=UserFactory())
    # Somebody acts for it since and has written its data.
    claimed = MembershipFactory(organisation=Organisation.objects.get(tax_code=tax_code(3)))
    update_organisation(
        organisation=claimed.organisation, by=claimed.user, name="La Soglia", email="a@example.com"
    )
    write(
        path,
        line(tax_code(1), "Il Portone ODV"),
        line(tax_code(2), "IL FILO IN BREVE"),
        line(tax_code(3), "LA SOGLIA"),
    )
    assert [change.differences for change in look(path)] == [{"name": ("Il Portone", "Il Portone ODV")}]
    assert Organisation.objects.get(tax_code=tax_code(1)).name == "Il Portone"
    report = load(path).load
    assert (report.changed, report.unchanged) == (1, 2)
    assert list(Organisation.objects.order_by("name").values_list("name", flat=True)) == [
        "Il Filo",
        "Il Portone ODV",
        "La Soglia",
    ]


def test_each_bad_row_is_told_by_line_and_reason_and_the_rest_is_loaded(path: Path) -> None:
    write(
        path,
        line("93021579996"),
        line(""),
        line(tax_code(1), "x" * 10_000),
        line(tax_code(2), "Il\u202ePortone"),
        line(tax_code(3)),
        line(tax_code(3)),
        line(tax_code(3), "Un altro nome"),
        line(tax_code(4), "=HYPERLINK(1)"),
    )
    report = load(path)
    assert (report.load.created, report.load.repeated, report.load.refused) == (2, 1, 5)
    found = problems(report.outcome)
    assert [number for number, _reason in found] == [2, 3, 4, 5, 8]
    for (_number, reason), words in zip(
        found, ["non è corretto", "manca", "200", "caratteri", "altra riga"], strict=True
    ):
        assert words in reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_encoding_of_a_spreadsheet_is_read(path: Path, encoding: str) -> None:
    write(path, line(tax_code(1), "Comunità dell’Argine – città"), encoding=encoding)
    load(path)
    assert Organisation.objects.get().name == "Comunità dell’Argine – città"


def test_a_file_that_lacks_a_column_says_which_and_writes_nothing(path: Path) -> None:
    path.write_text("codice_fiscale,nome\n93021579995,Il Filo\n")
    with pytest.raises(TableUnreadable, match="denominazione, nome_comune, ets_e_onlus"):
        load(path)
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3 not a table")
    with pytest.raises(TableUnreadable):
        load(path)
    assert not Organisation.objects.exists()


def test_an_import_cut_short_is_finished_by_running_it_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vicinia.core.imports.engine.CHUNK", 2)
    write(path, *(line(tax_code(number)) for number in range(1, 6)))

    def stop_after_four(done: int, _total: int) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), open_table(path) as table:
        run_import(table, FivePerMilleResource(), write=True, watch=Watch(stop_after_four))
    assert Organisation.objects.count() == 4
    report = load(path).load
    assert (report.created, report.unchanged) == (1, 4)


def test_a_longer_list_asks_no_more_queries(path: Path, known_generation: None) -> None:
    # The first one also fills what the process keeps (content types).
    load(write(path, line(tax_code(9_999))))
    counts = []
    for size in (10, 1_000):
        write(path, *(line(tax_code(number)) for number in range(size)))
        with CaptureQueriesContext(connection) as captured:
            load(path)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_the_command_tells_what_it_did(path: Path) -> None:
    write(path, line(tax_code(1)), line("93021579996"))
    out = io.StringIO()
    call_command("import_organisations", path, stdout=out, stderr=io.StringIO())
    assert "Riga 3, 93021579996" in out.getvalue()
    assert "1 nuovi, 0 cambiati, 0 invariati, 1 rifiutati." in out.getvalue()
