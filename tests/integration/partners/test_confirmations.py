"""Once a year each body of the register confirms its data; who does not is reminded once and marked."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partners.confirmations.models import ConfirmationRequest, YearlyConfirmation
from partners.confirmations.queries import confirmation_of, lapsed
from partners.confirmations.services import NotDue, ask_confirmation, confirm_data, send_reminders
from partners.organisations.enums import MemberRole, OrganisationStatus
from partners.organisations.models import Organisation
from partners.organisations.screens import panel
from tests.factories.accounts import UserFactory
from tests.factories.partners import MembershipFactory, OrganisationFactory, check_all
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def february(monkeypatch: pytest.MonkeyPatch) -> None:
    """The deadline of 31 January 2026 has passed."""
    on(monkeypatch, date(2026, 2, 10))


def on(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *_args: day)


def member(role: MemberRole = MemberRole.EDITOR, **given: Any) -> tuple[Organisation, User]:
    """A verified body registered in 2024, and one of its people."""
    body = OrganisationFactory(**given)
    Organisation.objects.filter(pk=body.pk).update(created_at=datetime(2024, 5, 1, tzinfo=UTC))
    body.refresh_from_db()
    return body, MembershipFactory(organisation=body, role=role).user


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_a_member_confirms_once_and_the_task_goes_away() -> None:
    body, user = member()
    assert ["2026" in str(task.text) for task in panel(user).tasks] == [True, False]
    client, url = client_of(user), f"/area-riservata/enti/{body.pk}/conferma/"
    assert "sono ancora da confermare" in client.get(url).content.decode()
    assert client.post(url).status_code == 302
    assert YearlyConfirmation.objects.get().year == 2026
    again = client.post(url, follow=True).content.decode()
    assert "già in ordine" in again
    assert YearlyConfirmation.objects.count() == 1
    assert all("2026" not in str(task.text) for task in panel(user).tasks)


@pytest.mark.parametrize(
    ("day", "is_due", "is_marked"),
    [(date(2025, 12, 31), False, False), (date(2026, 1, 31), True, False), (date(2026, 2, 1), True, True)],
)
def test_the_year_before_holds_until_the_deadline(
    monkeypatch: pytest.MonkeyPatch, day: date, is_due: bool, is_marked: bool
) -> None:
    body, user = member()
    YearlyConfirmation.objects.create(organisation=body, year=2025, confirmed_at=body.created_at)
    on(monkeypatch, day)
    standing = confirmation_of(body)
    assert (standing.is_due, standing.has_lapsed) == (is_due, is_marked)
    assert Organisation.objects.filter(lapsed(day)).exists() == is_marked
    if not is_due:
        with pytest.raises(NotDue):
            confirm_data(organisation=body, by=user)


def test_registering_counts_as_the_years_confirmation(monkeypatch: pytest.MonkeyPatch) -> None:
    body, _user = member()
    on(monkeypatch, date(2024, 12, 1))
    assert not confirmation_of(body).is_due


def test_who_only_reads_and_a_body_to_verify_confirm_nothing() -> None:
    body, reader = member(MemberRole.READER)
    with pytest.raises(PermissionDenied):
        confirm_data(organisation=body, by=reader)
    waiting, user = member(status=OrganisationStatus.TO_VERIFY)
    with pytest.raises(NotDue):
        confirm_data(organisation=waiting, by=user)


def sent(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Whom mails go to, from now on."""
    mails: list[list[str]] = []
    monkeypatch.setattr("partners.confirmations.services.send", lambda _name, *, to, **_: mails.append(to))
    return mails


def test_the_platform_reminds_each_body_once_and_only_near_the_deadline(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    body, _user = member()
    done, _other = member()
    YearlyConfirmation.objects.create(organisation=done, year=2026, confirmed_at=done.created_at)
    OrganisationFactory(name="Nobody acts for it")
    mails = sent(monkeypatch)
    for day, count in ((date(2026, 1, 15), 0), (date(2026, 1, 16), 1), (date(2026, 1, 17), 0)):
        on(monkeypatch, day)
        assert send_reminders() == count
    assert mails == [[body.email]]
    assert ConfirmationRequest.objects.get().asked_by is None


def test_the_office_asks_those_ticked_and_not_twice_in_a_week(monkeypatch: pytest.MonkeyPatch) -> None:
    body, user = member()
    confirmed, _other = member()
    YearlyConfirmation.objects.create(organisation=confirmed, year=2026, confirmed_at=confirmed.created_at)
    mails, office = sent(monkeypatch), client_of(UserFactory(role=Role.CALLS_OFFICE))
    url = reverse("wagtail_bulk_action", args=["partners", "organisation", "ask_confirmation"])
    asked = f"{url}?id={body.pk}&id={confirmed.pk}&next=/cms/enti/"
    assert body.name in office.get(asked).content.decode()
    told = office.post(asked, follow=True).content.decode()
    assert "1 e-mail in partenza. 1 lasciato com" in told
    assert mails == [[body.email]]
    assert not ask_confirmation(organisation=body, by=UserFactory(role=Role.CALLS_OFFICE))
    with pytest.raises(PermissionDenied):
        ask_confirmation(organisation=body, by=user)


def test_the_mail_says_what_to_do_by_when(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    member(name="Il Filo")
    on(monkeypatch, date(2026, 1, 20))
    queued: list[dict[str, Any]] = []
    monkeypatch.setattr("vicinia.core.mail.tasks.deliver", SimpleNamespace(enqueue=queued.append))
    with django_capture_on_commit_callbacks(execute=True):
        send_reminders()
    (mail,) = queued
    assert mail["subject"] == "Conferma i dati di Il Filo per il 2026"
    for part in (mail["text"], mail["html"]):
        assert "sabato 31 gennaio 2026" in part
        assert "/conferma/" in part


def test_the_office_verifies_and_exports_those_ticked() -> None:
    first = check_all(OrganisationFactory(name="Il Filo", status=OrganisationStatus.TO_VERIFY))
    second = OrganisationFactory(name="=1+1")
    office, ticked = client_of(UserFactory(role=Role.CALLS_OFFICE)), f"?id={first.pk}&id={second.pk}"

    def address(action: str) -> str:
        url = reverse("wagtail_bulk_action", args=["partners", "organisation", action])
        return f"{url}{ticked}&next=/cms/enti/"

    told = office.post(address("verify"), follow=True).content.decode()
    assert "1 ente verificato. 1 lasciato com" in told
    first.refresh_from_db()
    assert first.status == OrganisationStatus.VERIFIED
    rows = office.post(address("export")).content.decode("utf-8-sig").splitlines()
    assert [row.split(";")[0] for row in rows[1:]] == ["'=1+1", "Il Filo"]
    reader = client_of(UserFactory(role=Role.DIRECTOR))
    assert reader.get(address("verify"))["Location"] == "/cms/"
    assert office.get(f"{address('verify').split('?')[0]}?id=all").status_code == 404


def test_the_office_finds_whose_data_have_lapsed() -> None:
    member(name="Il Filo")
    body, user = member(name="La Soglia")
    confirm_data(organisation=body, by=user)
    office = client_of(UserFactory(role=Role.CALLS_OFFICE))
    shown = office.get("/cms/enti/?has_lapsed=true").content.decode()
    assert "Il Filo" in shown
    assert "La Soglia" not in shown
    shown = office.get("/cms/enti/?has_lapsed=false").content.decode()
    assert "La Soglia" in shown
    assert re.search(r">\s*2026\s*<", shown), "the year is a year, without a dot"
