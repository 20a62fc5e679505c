"""Editors write campaigns; what is missing is said in their language; others stay out."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from campaigns.outreach.models import Campaign
from campaigns.outreach.pages import CampaignPage
from tests.factories.outreach import CampaignFactory, campaigns_index
from tests.factories.partners import OrganisationFactory
from tests.factories.pictures import make_picture
from tests.factories.territory import TargetGroupFactory, TopicFactory
from tests.support.editing import UNCLOSED, add_page, errors, inline_formset, office, rich_text, streamfield
from tests.support.html import read
from vicinia.accounts.roles import Role

pytestmark = pytest.mark.django_db
LIST = "wagtailsnippets_campaigns_campaign:list"
ADD = "wagtailsnippets_campaigns_campaign:add"


def typed(**changes: Any) -> dict[str, Any]:
    """What the editor types in the form of a campaign's page."""
    return {
        "title": "Dieci minuti per te",
        "slug": "dieci-minuti-per-te",
        "campaign": CampaignFactory(goal="Portare sette persone su dieci allo screening.").pk,
        "who_for": "Donne da 50 a 69 anni",
        "steps": streamfield([("step", {"title": "Apri la lettera", "text": ""})]),
        "body": streamfield([("text", rich_text("<p>L’esame non fa male.</p>"))]),
        "questions": streamfield([]),
        "materials": inline_formset([]),
        "contacts": "0000 123456",
        **changes,
    }


def test_an_editor_publishes_a_campaign_that_readers_find_at_once(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    index = campaigns_index()
    assert read(client, "/campagne/").cards() == []
    with django_capture_on_commit_callbacks(execute=True):
        answer = add_page(office(Role.EDITOR), index, CampaignPage, **typed())
    assert answer.status_code == 302, errors(answer)
    assert read(client, "/campagne/").cards() == ["Dieci minuti per te"]
    page = read(client, "/campagne/dieci-minuti-per-te/")
    assert "Apri la lettera" in page.text
    # Left empty, the short description follows the goal.
    assert "Portare sette persone su dieci allo screening." in page.text


@pytest.mark.filterwarnings(UNCLOSED)
def test_a_picture_without_its_words_does_not_go_out_but_stays_in_the_draft() -> None:
    editor, index = office(Role.EDITOR), campaigns_index()
    picture = {"image": make_picture().pk, "image_alt": ""}
    answer = add_page(editor, index, CampaignPage, **typed(**picture))
    assert "Scrivi che cosa mostra l’immagine: c’è chi non la vede." in errors(answer)
    assert not CampaignPage.objects.exists()
    draft = add_page(editor, index, CampaignPage, publish=False, **typed(**picture))
    assert draft.status_code == 302, errors(draft)
    assert not CampaignPage.objects.get().live


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"campaign": ""}, "Questo campo è obbligatorio"),
        ({"action_label": "Prenota"}, "Un pulsante ha bisogno sia del testo sia dell’indirizzo."),
        ({"action_url": "/eventi/"}, "Un pulsante ha bisogno sia del testo sia dell’indirizzo."),
        ({"action_label": "Prenota", "action_url": "javascript:alert(1)"}, "Inizia con / per una pagina"),
    ],
    ids=["no campaign", "no address", "no label", "an address that runs"],
)
def test_what_is_missing_is_said_in_italian(changes: dict[str, str], said: str) -> None:
    answer = add_page(office(Role.EDITOR), campaigns_index(), CampaignPage, **typed(**changes))
    assert said in errors(answer)
    assert not CampaignPage.objects.exists()


def campaign_data(**changes: Any) -> dict[str, Any]:
    """What the dialog of a new campaign sends."""
    today = timezone.localdate()
    data = {
        "title": "Dieci minuti per te",
        "goal": "Sette su dieci",
        "topic": TopicFactory().pk,
        "target_groups": [TargetGroupFactory().pk],
        "starts_on": f"{today:%d/%m/%Y}",
        "ends_on": f"{today + timedelta(days=9):%d/%m/%Y}",
        "organisations": [],
        "other_partners": "ASL di zona\n\nCoop Fontana\n",
    }
    return {f"new-{name}": value for name, value in {**data, **changes}.items()}


def test_a_whole_campaign_is_made_without_leaving_its_page() -> None:
    body = OrganisationFactory(name="Il Portone")
    create = reverse("wagtailsnippetchoosers_campaigns_campaign:create")
    answer = office(Role.EDITOR).post(create, campaign_data(organisations=[body.pk]))
    assert answer.json()["step"] == "chosen", answer.json()
    campaign = Campaign.objects.get()
    assert [str(each) for each in campaign.partners.all()] == ["Il Portone", "ASL di zona", "Coop Fontana"]
    assert campaign.target_groups.count() == 1


def test_a_campaign_cannot_end_before_it_starts() -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    create = reverse("wagtailsnippetchoosers_campaigns_campaign:create")
    answer = office(Role.EDITOR).post(create, campaign_data(ends_on=f"{yesterday:%d/%m/%Y}"))
    assert "L’ultimo giorno non può venire prima del primo." in answer.json()["htmlFragment"]
    assert not Campaign.objects.exists()


def test_changing_a_campaign_is_seen_by_readers_at_once(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    campaign = CampaignFactory(title="Dieci minuti per te")
    campaign.target_groups.set([TargetGroupFactory(name="Donne")])
    campaign.save()
    add_page(office(Role.EDITOR), campaigns_index(), CampaignPage, **typed(campaign=campaign.pk))
    assert read(client, "/campagne/?stato=conclusa").cards() == []
    today = timezone.localdate()
    data = {
        "title": campaign.title,
        "goal": campaign.goal,
        "topic": campaign.topic.pk,
        "target_groups": [group.pk for group in campaign.target_groups.all()],
        "starts_on": f"{today - timedelta(days=9):%d/%m/%Y}",
        "ends_on": f"{today - timedelta(days=1):%d/%m/%Y}",
        **{f"{name}-{key}_FORMS": 0 for name in ("partners", "figures") for key in ("TOTAL", "INITIAL")},
    }
    edit = reverse("wagtailsnippets_campaigns_campaign:edit", args=[campaign.pk])
    with django_capture_on_commit_callbacks(execute=True):
        answer = office(Role.EDITOR).post(edit, data)
    assert answer.status_code == 302, errors(answer)
    assert read(client, "/campagne/?stato=conclusa").cards() == ["Dieci minuti per te"]


@pytest.mark.parametrize("role", [Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR])
def test_who_writes_finds_the_campaigns_by_their_words(role: Role) -> None:
    CampaignFactory(title="Dieci minuti per te")
    CampaignFactory(title="Spegni lo schermo")
    page = office(role).get(reverse(LIST), {"q": "schermo"}).content.decode()
    assert "Spegni lo schermo" in page
    assert "Dieci minuti per te" not in page


@pytest.mark.parametrize(
    "role", [Role.EVALUATOR, Role.CALLS_OFFICE, Role.SCHOOLS_OFFICE, Role.DIRECTOR, None]
)
def test_others_neither_read_the_list_nor_write(role: Role | None) -> None:
    for name in (LIST, ADD):
        assert office(role).get(reverse(name)).status_code in {302, 403}
    index = campaigns_index()
    answer = add_page(office(role), index, CampaignPage, **typed())
    assert answer.status_code in {302, 403}
    assert not CampaignPage.objects.exists()
