"""An emergency as people follow it, and the list of those going on and over."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.emergencies import EmergencyPageFactory, emergencies_index
from tests.factories.pictures import make_picture
from tests.support.editing import UNCLOSED, add_page, edit_page, errors, inline_formset, office, streamfield
from tests.support.html import read, words
from vicinia.accounts.roles import Role
from vicinia.emergencies.models import EmergencyPage, EmergencyUpdate

pytestmark = pytest.mark.django_db
ROME = ZoneInfo("Europe/Rome")
STARTED = datetime(2026, 3, 3, 6, 30, tzinfo=ROME)


def test_what_is_going_on_comes_before_what_is_over(client: Client) -> None:
    now = timezone.now()
    EmergencyPageFactory(title="Vecchia", ended_at=now - timedelta(days=200))
    EmergencyPageFactory(title="Recente", ended_at=now - timedelta(days=2))
    EmergencyPageFactory(title="Di ieri")
    EmergencyPageFactory(title="Di oggi", started_at=now)
    EmergencyPageFactory(title="Bozza", live=False)
    page = read(client, "/emergenze/")
    assert page.headings() == ["In corso", "In passato"]
    assert page.cards() == ["Di oggi", "Di ieri", "Recente", "Vecchia"]
    assert "In corso" in page.card("Di oggi")
    assert "Conclusa" in page.card("Recente")


def test_when_nothing_is_going_on_the_list_says_what_one_would_find(client: Client) -> None:
    EmergencyPageFactory(title="Passata", ended_at=timezone.now())
    page = read(client, "/emergenze/")
    assert "Nessuna emergenza in questo momento" in page.headings()
    assert "cosa fare, dove andare e gli aggiornamenti" in page.text
    assert page.cards() == ["Passata"]


def test_a_person_finds_what_to_do_whom_to_call_and_where_to_go(client: Client) -> None:
    page = EmergencyPageFactory(
        title="Alluvione",
        slug="alluvione",
        started_at=STARTED,
        numbers=[("number", {"label": "Protezione civile", "phone": "0000 112", "note": "Sempre"})],
        what_to_do=[("step", {"title": "Sali ai piani alti", "text": "Non scendere in cantina."})],
        help_points=[
            ("point", point("Palestra", is_open=True)),
            ("point", point("Scuola", is_open=False)),
        ],
    )
    page.updates = [
        EmergencyUpdate(at=STARTED, title="Il fiume è in piena"),
        EmergencyUpdate(
            at=STARTED + timedelta(hours=2), title="Le scuole sono chiuse", text="Fino a giovedì."
        ),
    ]
    page.save()
    shown = read(client, "/emergenze/alluvione/")
    assert shown.headings() == ["Che cosa fare", "Dove trovare aiuto", "Aggiornamenti", "Numeri da chiamare"]
    assert shown.links()["0000 112"] == "tel:0000112"
    points = [words(each) for each in shown.main.select(".v-points > li")]
    assert points == [
        "Rifugio Aperto Palestra Via Roma 1 Sempre",
        "Rifugio Chiuso Scuola Via Roma 1 Sempre",
    ]
    assert words(shown.main.select_one(".v-hero__date")) == "da martedì 3 marzo 2026"
    updates = [words(each) for each in shown.main.select(".v-timeline__entry")]
    assert [update.split(" Fino")[0] for update in updates] == [
        "martedì 3 marzo 2026, ore 08:30 Le scuole sono chiuse",
        "martedì 3 marzo 2026, ore 06:30 Il fiume è in piena",
    ]
    # The latest one is where we are.
    assert "Le scuole" in words(shown.main.select_one('[aria-current="step"]'))


def point(name: str, *, is_open: bool) -> dict[str, Any]:
    """A help point."""
    text = {"kind": "Rifugio", "address": "Via Roma 1", "what": "", "hours": "Sempre"}
    return {"name": name, "is_open": is_open, **text}


def test_an_emergency_that_is_over_says_how_it_went(client: Client) -> None:
    page = EmergencyPageFactory(slug="neve", started_at=STARTED, ended_at=STARTED + timedelta(days=2))
    page.updates = [EmergencyUpdate(at=STARTED, title="Nevica")]
    page.save()
    shown = read(client, "/emergenze/neve/")
    assert shown.headings() == ["Come è andata"]
    assert "da martedì 3 marzo 2026 a giovedì 5 marzo 2026" in shown.text
    assert not shown.main.select_one('[aria-current="step"]')


def typed(**changes: Any) -> dict[str, Any]:
    """What the editor types in the form of an emergency."""
    return {
        "title": "Alluvione",
        "slug": "alluvione",
        "summary": "Il fiume è in piena: sali ai piani alti.",
        "numbers": streamfield([]),
        "what_to_do": streamfield([]),
        "help_points": streamfield([]),
        "body": streamfield([]),
        "updates": inline_formset([]),
        "started_at": "03/03/2026 06:30",
        **changes,
    }


def test_an_update_written_by_an_editor_is_read_at_once(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    editor = office(Role.EDITOR)
    with django_capture_on_commit_callbacks(execute=True):
        answer = add_page(editor, emergencies_index(), EmergencyPage, **typed())
    assert answer.status_code == 302, errors(answer)
    assert "Aggiornamenti" not in read(client, "/emergenze/alluvione/").headings()
    update = {"at": "03/03/2026 08:30", "title": "Le scuole sono chiuse", "text": ""}
    with django_capture_on_commit_callbacks(execute=True):
        answer = edit_page(editor, EmergencyPage.objects.get(), **typed(updates=inline_formset([update])))
    assert answer.status_code == 302, errors(answer)
    assert "Le scuole sono chiuse" in read(client, "/emergenze/alluvione/").text


def test_an_emergency_taken_offline_is_gone_at_once(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    page = EmergencyPageFactory(title="Falso allarme", slug="falso-allarme")
    assert read(client, "/emergenze/falso-allarme/").heading == "Falso allarme"
    assert read(client, "/emergenze/").cards() == ["Falso allarme"]
    with django_capture_on_commit_callbacks(execute=True):
        page.unpublish()
    assert client.get("/emergenze/falso-allarme/").status_code == 404
    assert read(client, "/emergenze/").cards() == []


@pytest.mark.filterwarnings(UNCLOSED)
def test_a_picture_without_its_words_does_not_go_out() -> None:
    picture = {"image": make_picture().pk}
    answer = add_page(office(Role.EDITOR), emergencies_index(), EmergencyPage, **typed(**picture))
    assert "Scrivi che cosa mostra l’immagine: c’è chi non la vede." in errors(answer)
    assert not EmergencyPage.objects.exists()


@pytest.mark.parametrize("role", [Role.CALLS_OFFICE, Role.SCHOOLS_OFFICE, Role.EVALUATOR, None])
def test_others_do_not_write_emergencies(role: Role | None) -> None:
    answer = add_page(office(role), emergencies_index(), EmergencyPage, **typed())
    assert answer.status_code in {302, 403}
    assert not EmergencyPage.objects.exists()
