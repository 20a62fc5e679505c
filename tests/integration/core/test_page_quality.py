"""A page with a fault that keeps readers out does not go out by itself; who may decide says why."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests.factories.pages import InformationPageFactory, home
from tests.support.editing import add_page, edit_page, errors, office, page_data, rich_text, streamfield
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry
from vicinia.home.sections.models import InformationPage

pytestmark = pytest.mark.django_db

NOWHERE = '<p>Prima leggi <a href="/non-esiste/">le regole</a>, poi vieni.</p>'


def page_fields(html: str, **changes: Any) -> dict[str, Any]:
    """What the form of an information page sends."""
    return {
        "title": "Come si chiede",
        "slug": "come-si-chiede",
        "summary": "Che cosa serve per chiedere.",
        "body": streamfield([("text", rich_text(html))]),
        "questions": streamfield([]),
    } | changes


def told(answer: Any, client: Client) -> str:
    """The screen that follows, in plain words."""
    return " ".join(client.get(answer["Location"]).content.decode().split())


def test_a_page_with_a_broken_link_is_saved_and_not_published_and_the_fault_is_told() -> None:
    editor = office(Role.EDITOR)
    answer = add_page(editor, home(), InformationPage, **page_fields(NOWHERE))
    assert answer.status_code == 302, errors(answer)
    page = InformationPage.objects.get(slug="come-si-chiede")
    assert not page.live
    assert answer["Location"] == reverse("page_faults", args=[page.pk])
    screen = told(answer, editor)
    assert "c’è 1 errore che lascerebbe fuori chi legge" in screen
    assert "le regole" in screen
    assert "scegli di nuovo la pagina" in screen
    # Who writes does not decide alone.
    assert "chiedi a chi pubblica" in screen
    assert editor.post(answer["Location"], {"reason": "Ho fretta"}).status_code in {302, 403}
    page.refresh_from_db()
    assert not page.live


def test_mended_it_goes_out() -> None:
    editor = office(Role.EDITOR)
    there = InformationPageFactory(slug="regole", title="Le regole")
    answer = add_page(editor, home(), InformationPage, **page_fields(NOWHERE))
    page = InformationPage.objects.get(slug="come-si-chiede")
    mended = NOWHERE.replace("/non-esiste/", there.url)
    answer = edit_page(editor, page, **page_fields(mended))
    assert answer.status_code == 302, errors(answer)
    page.refresh_from_db()
    assert page.live


def test_who_publishes_may_do_it_all_the_same_and_the_reason_is_kept() -> None:
    publisher = office(Role.PUBLISHER)
    answer = add_page(publisher, home(), InformationPage, **page_fields(NOWHERE))
    page, address = InformationPage.objects.get(slug="come-si-chiede"), answer["Location"]
    assert "Pubblica lo stesso" in told(answer, publisher)
    assert "obbligatorio" in publisher.post(address, {"reason": " "}).content.decode()
    publisher.post(address, {"reason": "L’altra pagina esce fra un’ora"})
    page.refresh_from_db()
    assert page.live
    entry = AuditEntry.objects.get(action="core.page.published_despite")
    assert entry.data["reason"] == "L’altra pagina esce fra un’ora"
    assert len(entry.data["faults"]) == 1


def test_several_at_once_do_not_go_out_when_one_of_them_is_faulty() -> None:
    editor = office(Role.EDITOR)
    good = InformationPageFactory(live=False)
    bad = InformationPageFactory(live=False, title="Guasta")
    bad.body = [("text", NOWHERE)]
    for page in (good, bad):
        page.save_revision()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = editor.post(f"{address}?id={good.pk}&id={bad.pk}", follow=True)
    assert "Non è stato pubblicato nulla" in answer.content.decode()
    assert "«Guasta»" in answer.content.decode()
    assert not Page.objects.filter(pk__in=[good.pk, bad.pk], live=True).exists()


def test_while_writing_the_editor_reads_what_is_wrong_and_nothing_is_saved() -> None:
    editor = office(Role.EDITOR)
    page = InformationPageFactory(title="Com’era")
    written = page_data(
        publish=False, **page_fields('<p>Vai <a href="/non-esiste/">qui</a>.</p>', title="Come sarà")
    )
    for address in (
        reverse("live_quality", args=[page.pk]),
        reverse("live_quality_new", args=["home", "informationpage", home().pk]),
    ):
        report = editor.post(address, written).content.decode()
        assert "Questo link non dice dove porta" in report
        assert "dove non c’è niente" in report
        assert "Come si legge" in report
    page.refresh_from_db()
    assert (page.title, page.has_unpublished_changes) == ("Com’era", False)
    assert "premi «Salva bozza»" in editor.post(reverse("live_quality", args=[page.pk]), {}).content.decode()


def test_the_editor_s_panel_asks_the_address_of_the_page_that_is_written() -> None:
    editor = office(Role.EDITOR)
    page = InformationPageFactory()
    edit = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert f'data-quality="{reverse("live_quality", args=[page.pk])}"' in edit
    new = reverse("wagtailadmin_pages:add", args=["home", "informationpage", home().pk])
    made = reverse("live_quality_new", args=["home", "informationpage", home().pk])
    assert f'data-quality="{made}"' in editor.get(new).content.decode()


def test_who_does_not_write_the_page_is_told_nothing_of_it() -> None:
    page = InformationPageFactory()
    for role in (Role.EVALUATOR, Role.DIRECTOR, None):
        for name in ("page_faults", "live_quality"):
            assert office(role).post(reverse(name, args=[page.pk])).status_code in {302, 403}
