"""What all lists of the staff's side keep: exports that run nothing, empty lists that explain themselves."""

from __future__ import annotations

import csv
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone
from wagtail.admin.viewsets import viewsets
from wagtail.models import Page

from calls.applications.services import submit_application
from tests.factories.accounts import UserFactory
from tests.factories.calls import complete_application, representative
from tests.factories.directory import ServiceFactory
from tests.factories.events import EventFactory
from tests.factories.outreach import CampaignFactory
from tests.factories.partners import OrganisationFactory
from tests.factories.projects import make_edition
from tests.support.editing import office
from vicinia.accounts.roles import Role
from vicinia.core.staff.tables import SafeExport
from vicinia.core.staff.viewsets import StaffViewSet

pytestmark = pytest.mark.django_db


def registered() -> list[Any]:
    """The screens that the admin serves, which loading its addresses registers."""
    get_resolver().url_patterns  # noqa: B018 - reading it loads them
    return list(viewsets.viewsets)


def test_every_list_that_exports_does_it_through_our_tables() -> None:
    # Wagtail marks what is not said by an object of its own.
    exporting = [each for each in registered() if isinstance(getattr(each, "list_export", None), list)]
    assert len(exporting) > 8
    unsafe = [each for each in exporting if not issubclass(each.index_view_class, SafeExport)]
    assert not unsafe


def test_wagtails_own_reports_run_nothing_either() -> None:
    Page.objects.filter(depth=2).update(title="=1+1", last_published_at=timezone.now())
    report = office(Role.PUBLISHER).get("/cms/reports/aging-pages/?export=csv").getvalue().decode()
    assert "'=1+1" in report
    assert "=1+1" not in report.replace("'=1+1", "")


def test_what_is_still_used_is_not_deleted_and_the_list_says_by_what() -> None:
    project = make_edition().project
    client = office(Role.SCHOOLS_OFFICE)
    answer = client.post(reverse("school_projects:delete", args=[project.pk]), follow=True)
    assert "Non è stato eliminato nulla" in answer.content.decode()
    assert type(project).objects.filter(pk=project.pk).exists()


def test_every_list_of_ours_says_what_would_be_in_it() -> None:
    ours = [each for each in registered() if isinstance(each, StaffViewSet)]
    assert len(ours) > 12
    assert not [each.name for each in ours if not each.empty_text]


def test_an_empty_list_says_how_to_start_and_a_filter_without_matches_how_to_go_back() -> None:
    client = Client()
    client.force_login(UserFactory(role=Role.CALLS_OFFICE))
    url = reverse("organisations:index")
    empty = client.get(url).content.decode()
    assert "Si registrano da soli dal sito" in empty
    assert reverse("organisations:add") in empty
    OrganisationFactory(name="Il Portone")
    nothing = client.get(url, {"q": "soglia"}).content.decode()
    assert "Vedi tutto l’elenco" in nothing
    assert "Si registrano da soli" not in nothing


def test_campaigns_events_services_and_applications_are_exported_as_filtered() -> None:
    client = Client()
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))
    today = timezone.localdate()
    campaign = CampaignFactory(title="=HYPERLINK(1)", starts_on=today, ends_on=today)
    CampaignFactory(title="Altra", ends_on=today + timedelta(days=400))
    rows = exported(client, "wagtailsnippets_campaigns_campaign:list", topic=campaign.topic_id)
    assert rows[0][:2] == ["Titolo", "Obiettivo"]
    assert [row[0] for row in rows[1:]] == ["'=HYPERLINK(1)"]
    event = EventFactory()
    assert exported(client, "wagtailsnippets_campaigns_event:list")[1][0] == event.title
    service = ServiceFactory()
    assert exported(client, "wagtailsnippets_directory_service:list")[1][0] == service.name
    application = complete_application()
    submit_application(application=application, by=representative(application.organisation))
    header, row = exported(client, "applications_office:index", call=application.call_id)
    assert dict(zip(header, row, strict=True))["Codice fiscale"] == application.organisation.tax_code


def exported(client: Client, name: str, **filters: object) -> list[list[str]]:
    """The rows of a list's CSV, header first."""
    answer = client.get(reverse(name), {"export": "csv", **filters})
    assert answer.status_code == 200
    content = getattr(answer, "streaming_content", None)
    text = (b"".join(content) if content else answer.content).decode("utf-8-sig")
    return list(csv.reader(text.splitlines(), delimiter=";"))
