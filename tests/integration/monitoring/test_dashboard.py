"""The staff's dashboard: numbers, one chart, one table, two exports."""

import csv
import io
from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from campaigns.newsletter.issues.models import Issue
from tests.factories.accounts import UserFactory
from tests.factories.newsletter import make_issue, make_topic
from tests.support.editing import office
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry
from vicinia.monitoring.participation.models import ParticipationRecord, Source
from vicinia.monitoring.participation.services import record_participants

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def director(client: Client) -> Client:
    """Someone who reads figures, signed in."""
    user = User.objects.create_user("dirigente@comune.example", "x")
    user.groups.add(Group.objects.get(name="director"))
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def count(day: date, participants: int, key: str = "screening") -> ParticipationRecord:
    """Write a figure in the ledger."""
    return record_participants(
        source=Source.CAMPAIGN,
        source_key=key,
        title="Screening",
        day=day,
        participants=participants,
        counted_by="ASL",
        by=None,
    )


def test_the_director_reads_this_year_beside_the_year_before(director: Client) -> None:
    today = timezone.localdate()
    count(today, 1200)
    count(date(today.year - 1, 1, 1), 300)
    page = director.get("/cms/dati/").content.decode()
    assert "Chi abbiamo raggiunto?" in page
    assert "1.200" in page
    assert f"300 nel {today.year - 1}" in page


def test_a_second_count_of_the_same_day_corrects_the_first() -> None:
    today = timezone.localdate()
    count(today, 10)
    count(today, 12)
    assert ParticipationRecord.objects.get().participants == 12


def test_an_empty_year_says_what_to_do_to_who_may_do_it(director: Client, client: Client) -> None:
    page = director.get("/cms/dati/").content.decode()
    assert "Nessuna partecipazione" in page
    assert "Aggiungi un dato di partecipazione" not in page
    client.force_login(UserFactory(role=Role.EDITOR))
    assert "Aggiungi un dato di partecipazione" in client.get("/cms/dati/").content.decode()


def test_the_office_writes_and_corrects_a_figure_and_the_trail_says_who(client: Client) -> None:
    user = UserFactory(role=Role.EDITOR)
    client.force_login(user)
    day = timezone.localdate()
    written = {
        "source": "campaign",
        "title": "Screening",
        "day": f"{day:%d/%m/%Y}",
        "participants": "40",
        "counted_by": "ASL",
    }
    assert client.post("/cms/partecipazione/new/", written).status_code == 302
    record = ParticipationRecord.objects.get()
    assert (record.participants, record.day, record.recorded_by) == (40, day, user)
    assert "Screening" in client.get("/cms/partecipazione/", {"q": "screen"}).content.decode()
    corrected = client.post(f"/cms/partecipazione/edit/{record.pk}/", {**written, "participants": "42"})
    assert corrected.status_code == 302
    entries = AuditEntry.objects.filter(action="monitoring.participation.recorded", actor=user)
    assert sorted(entry.data["participants"] for entry in entries) == [40, 42]


def test_the_director_reads_the_figures_of_participation_and_writes_none(director: Client) -> None:
    record = count(timezone.localdate(), 7)
    shown = director.get(f"/cms/partecipazione/inspect/{record.pk}/").content.decode()
    assert "Screening" in shown
    assert director.get("/cms/partecipazione/new/").status_code == 302
    director.post(f"/cms/partecipazione/edit/{record.pk}/", {"participants": "1"})
    record.refresh_from_db()
    assert record.participants == 7


@pytest.mark.parametrize("role", [Role.CALLS_OFFICE, Role.EVALUATOR, None])
def test_others_do_not_write_figures(role: Role | None) -> None:
    assert office(role).get("/cms/partecipazione/new/").status_code in {302, 403}


def test_the_chart_is_an_svg_without_script(director: Client) -> None:
    response = director.get("/cms/dati/grafico.svg")
    assert response["Content-Type"] == "image/svg+xml"
    assert b"<svg" in response.content
    assert b"<script" not in response.content


def test_the_figures_leave_as_csv_and_as_xlsx(director: Client) -> None:
    count(timezone.localdate(), 77)
    text = director.get("/cms/dati/esporta.csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert ["Partecipanti", "77"] in [[row[0], row[3]] for row in rows]
    book = load_workbook(io.BytesIO(director.get("/cms/dati/esporta.xlsx").content))
    assert ("Partecipanti", 77) in [(row[0], row[3]) for row in book.active.iter_rows(values_only=True)]


def test_an_unknown_year_or_form_is_no_error_of_ours(director: Client) -> None:
    assert director.get("/cms/dati/?anno=banana").status_code == 200
    assert director.get("/cms/dati/esporta.exe", follow=True).status_code == 404


def test_an_evaluator_does_not_read_the_figures(client: Client) -> None:
    user = User.objects.create_user("commissione@comune.example", "x")
    user.groups.add(Group.objects.get(name="evaluator"))
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/cms/dati/").status_code in {302, 403}


def test_the_dashboard_asks_as_many_queries_with_many_figures(
    director: Client, django_assert_max_num_queries
) -> None:
    for n in range(300):
        count(timezone.localdate(), n + 1, key=f"k{n}")
    with django_assert_max_num_queries(35):
        director.get("/cms/dati/")


def test_newsletter_reach_is_said_with_what_it_is_out_of(director: Client) -> None:
    issue = make_issue(make_topic(), pages=[])
    now = timezone.now()
    Issue.objects.filter(pk=issue.pk).update(started_at=now, recipients=400, sent=350, failed=50)
    page = " ".join(director.get("/cms/dati/").content.decode().split())
    assert "87,5%" in page
    assert "350 su 400" in page
    text = director.get("/cms/dati/esporta.csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    reach = next(row for row in rows if row[0] == "Copertura della newsletter")
    assert reach[3:6] == ["350", "400", "87,5"]
    assert reach[6:9] == ["0", "0", ""]
