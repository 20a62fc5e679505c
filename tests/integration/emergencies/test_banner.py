"""The notice above every page: up at once, down at once, by whom it belongs to."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests.factories.accounts import UserFactory
from tests.factories.emergencies import EmergencyPageFactory
from tests.factories.pages import news_index
from tests.support.editing import office
from tests.support.html import Read, read, words
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry
from vicinia.emergencies.banners.services import close_banner, raise_banner
from vicinia.emergencies.models import Banner

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def notice(page: Read) -> str:
    """What stands above the page, if anything."""
    return words(page.soup.select_one(".v-banner"))


def sent(**changes: str) -> dict[str, str]:
    """What the form of the notice sends."""
    return {"level": "danger", "title": "Allerta meteo", "text": "Scuole chiuse.", "page": "", **changes}


def test_a_notice_is_on_pages_in_memory_at_once_and_leaves_at_once(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    news_index()
    editor = office(Role.EDITOR)
    paths = ("/", "/notizie/", "/luoghi/", "/cerca/")
    assert [notice(read(client, path)) for path in paths] == ["", "", "", ""]
    with django_capture_on_commit_callbacks(execute=True):
        assert editor.post(reverse("banner"), sent()).status_code == 302
    for path in paths:
        assert notice(read(client, path)) == "Allerta meteo Scuole chiuse."
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(reverse("close_banner"))
    assert [notice(read(client, path)) for path in paths] == ["", "", "", ""]


def test_a_second_notice_takes_the_place_of_the_first_and_both_are_in_the_trail(client: Client) -> None:
    editor = office(Role.PUBLISHER)
    editor.post(reverse("banner"), sent(title="Primo"))
    editor.post(reverse("banner"), sent(title="Secondo"))
    assert notice(read(client, "/")) == "Secondo Scuole chiuse."
    first = Banner.objects.get(title="Primo")
    assert not first.is_raised
    assert first.closed_at is not None
    trail = AuditEntry.objects.order_by("pk").values_list("action", "target_label")
    assert [entry for entry in trail if entry[0].startswith("emergencies.")] == [
        ("emergencies.banner.raised", "Primo"),
        ("emergencies.banner.closed", "Primo"),
        ("emergencies.banner.raised", "Secondo"),
    ]


def test_a_notice_leads_to_its_page_only_while_the_page_is_published(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    page: Page = EmergencyPageFactory(slug="alluvione")
    with django_capture_on_commit_callbacks(execute=True):
        raise_banner(by=UserFactory(), title="Alluvione", page=page)
    link = "a[href='/emergenze/alluvione/']"
    assert read(client, "/").soup.select_one(f".v-banner {link}")
    with django_capture_on_commit_callbacks(execute=True):
        page.unpublish()
    shown = read(client, "/")
    assert notice(shown) == "Alluvione"
    assert not shown.soup.select_one(f".v-banner {link}")


def test_the_screen_says_what_is_up_who_raised_it_and_what_was_before() -> None:
    editor = office(Role.EDITOR)
    screen = partial(editor.get, reverse("banner"))
    assert "Togli l’avviso" not in screen().content.decode()
    editor.post(reverse("banner"), sent(title="Primo"))
    shown = screen().content.decode()
    assert "Togli l’avviso" in shown
    assert "Persona Prova" in shown
    closed = editor.post(reverse("close_banner"), follow=True).content.decode()
    assert "L’avviso è stato tolto da ogni pagina." in closed
    assert "Primo (" in closed


def test_a_notice_without_a_title_is_not_raised() -> None:
    answer = office(Role.EDITOR).post(reverse("banner"), sent(title=""))
    assert "Questo campo è obbligatorio." in answer.content.decode()
    assert not Banner.objects.exists()


def test_closing_twice_does_nothing() -> None:
    banner = raise_banner(by=UserFactory(), title="Primo")
    person = UserFactory()
    close_banner(banner, by=person)
    closed_at = Banner.objects.get().closed_at
    close_banner(banner, by=person)
    assert Banner.objects.get().closed_at == closed_at
    assert AuditEntry.objects.filter(action="emergencies.banner.closed").count() == 1


def test_closing_is_never_done_by_following_a_link() -> None:
    raise_banner(by=UserFactory(), title="Primo")
    assert office(Role.EDITOR).get(reverse("close_banner")).status_code == 405
    assert Banner.objects.get().is_raised


@pytest.mark.parametrize("role", [Role.CALLS_OFFICE, Role.EVALUATOR, Role.DIRECTOR, None])
def test_others_neither_raise_nor_close_a_notice(role: Role | None) -> None:
    raise_banner(by=UserFactory(), title="Primo")
    person = office(role)
    assert person.get(reverse("banner")).status_code in {302, 403}
    assert person.post(reverse("banner"), sent(title="Altro")).status_code in {302, 403}
    assert person.post(reverse("close_banner")).status_code in {302, 403}
    assert Banner.objects.get().is_raised


def test_the_database_refuses_two_notices_at_once() -> None:
    banner = raise_banner(by=UserFactory(), title="Primo")
    banner.pk = None
    with pytest.raises(IntegrityError):
        banner.save(force_insert=True)
