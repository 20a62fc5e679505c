"""What a reader finds on the page of a campaign."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from wagtail.documents import get_document_model

from campaigns.outreach.enums import MaterialKind
from campaigns.outreach.models import CampaignFigure, CampaignPartner
from campaigns.outreach.pages import CampaignMaterial
from partners.logos.demo import load_logo
from partners.profiles.enums import PublicFieldName
from partners.profiles.models import PublicField
from tests.factories.events import EventFactory, EventPageFactory
from tests.factories.outreach import CampaignFactory, CampaignPageFactory
from tests.factories.partners import OrganisationFactory
from tests.factories.pictures import make_picture
from tests.factories.territory import TargetGroupFactory, TopicFactory
from tests.support.html import read
from tests.support.visitors import opened

pytestmark = pytest.mark.django_db


def test_a_reader_learns_for_whom_it_is_what_to_do_and_until_when(client: Client) -> None:
    campaign = CampaignFactory(
        topic=TopicFactory(name="Salute", slug="salute"), starts_on=date(2026, 1, 1), ends_on=date(2099, 3, 3)
    )
    campaign.target_groups.set([TargetGroupFactory(name="Donne da 50 a 69 anni")])
    campaign.save()
    CampaignPageFactory(
        title="Dieci minuti per te",
        slug="dieci-minuti",
        campaign=campaign,
        who_for="Per le donne da 50 a 69 anni.",
        steps=[("step", {"title": "Apri la lettera", "text": "Dentro c’è la data."})],
        body=[("text", "<p>L’esame non fa male.</p>")],
        questions=[("question", {"question": "Quanto costa?", "answer": "<p>Niente.</p>"})],
        contacts="0000 123456",
        action_label="Prenota",
        action_url="tel:0000123456",
        action_note="Senza impegnativa",
        image=make_picture(),
        image_alt="Una donna apre una lettera",
    )
    page = read(client, "/campagne/dieci-minuti/")
    assert page.heading == "Dieci minuti per te"
    assert page.title == "Dieci minuti per te – Comune"
    assert page.headings() == [
        "A chi è rivolto",
        "Che cosa fare",
        "Le domande che ci fanno",
        "In breve",
        "Condividi",
    ]
    for words in ("Apri la lettera", "L’esame non fa male.", "Niente.", "Senza impegnativa"):
        assert words in page.text
    assert page.facts() == {
        "Periodo": "fino a martedì 3 marzo 2099",
        "Per chi": "Donne da 50 a 69 anni",
        "Argomento": "Salute",
        "Contatti": "0000 123456",
    }
    # The one action: on top, in the side column, and at the foot of a phone's screen.
    assert len(page.main.select('a[href="tel:0000123456"]')) == 3
    assert page.main.select_one(".v-hero__image img")["alt"] == "Una donna apre una lettera"
    assert page.element("topic-element") == "Salute"
    assert page.links()["Salute"] == "/campagne/?argomento=salute"


def test_materials_say_their_kind_size_and_language_before_the_click(client: Client) -> None:
    document = get_document_model().objects.create(
        title="Pieghevole", file=ContentFile(b"x" * 2048, name="pieghevole.pdf"), file_size=2048
    )
    page = CampaignPageFactory(slug="con-materiali")
    page.materials = [
        CampaignMaterial(
            title="Gli esami, spiegati", kind=MaterialKind.LEAFLET, document=document, language="English"
        )
    ]
    page.save()
    shown = read(client, "/campagne/con-materiali/")
    assert shown.links()["Gli esami, spiegati"] == document.url
    material = shown.main.select_one(".v-material__text")
    assert material.get_text(" ", strip=True) == "Gli esami, spiegati Pieghevole PDF 2 kB English"


def test_partners_stand_by_name_and_results_with_their_source(client: Client) -> None:
    shown, hidden = (
        OrganisationFactory(name=name, website="https://portone.example/")
        for name in ("Il Portone", "La Soglia")
    )
    PublicField.objects.create(organisation=shown, name=PublicFieldName.WEBSITE)
    PublicField.objects.create(organisation=hidden, name=PublicFieldName.DESCRIPTION)
    campaign = CampaignFactory(results_source="Indagine nelle mense, da settembre a maggio")
    campaign.partners = [
        CampaignPartner(name="ASL di zona", url="https://asl.example/", sort_order=1),
        CampaignPartner(organisation=shown, sort_order=2),
        CampaignPartner(organisation=hidden, sort_order=3),
    ]
    campaign.figures = [CampaignFigure(label="Classi che hanno finito", value="28 di 33")]
    campaign.save()
    CampaignPageFactory(slug="con-partner", campaign=campaign)
    page = read(client, "/campagne/con-partner/")
    links = page.links()
    assert links["ASL di zona"] == "https://asl.example/"
    assert links["Il Portone"] == "https://portone.example/"
    assert "La Soglia" in page.text
    assert "La Soglia" not in links, "its address is shown only where it chose so"
    assert page.facts()["Classi che hanno finito"] == "28 di 33"
    assert "Indagine nelle mense, da settembre a maggio" in page.text


def test_a_partner_s_logo_is_shown_where_the_body_shows_it_to_everybody(client: Client) -> None:
    shown, hidden = (OrganisationFactory(name=name) for name in ("Il Portone", "La Soglia"))
    for body in (shown, hidden):
        load_logo(body, "il-filo-odv")
        PublicField.objects.create(organisation=body, name=PublicFieldName.DESCRIPTION)
    PublicField.objects.create(organisation=shown, name=PublicFieldName.LOGO)
    campaign = CampaignFactory()
    campaign.partners = [CampaignPartner(organisation=each) for each in (shown, hidden)]
    campaign.save()
    CampaignPageFactory(slug="con-loghi", campaign=campaign)
    (logo,) = read(client, "/campagne/con-loghi/").main.select(".v-partner img")
    # Its name stands beside it: who hears the page does not hear it twice.
    assert (logo["width"], logo["height"], logo["alt"]) == ("360", "360", "")
    assert "Il Portone" in logo.find_parent(class_="v-partner").get_text()
    assert opened(client, logo["src"])["Content-Type"] == "image/png"


def test_only_the_coming_events_of_the_campaign_are_near_you(client: Client) -> None:
    campaign = CampaignFactory()
    CampaignPageFactory(slug="con-eventi", campaign=campaign)
    now = timezone.now()
    EventPageFactory(title="Poi", event=EventFactory(campaign=campaign, starts_at=now + timedelta(days=9)))
    EventPageFactory(title="Prima", event=EventFactory(campaign=campaign, starts_at=now + timedelta(days=1)))
    EventPageFactory(
        title="Passato", event=EventFactory(campaign=campaign, starts_at=now - timedelta(days=1))
    )
    EventPageFactory(title="Di altri")
    assert read(client, "/campagne/con-eventi/").cards("events") == ["Prima", "Poi"]


def test_a_campaign_about_violence_offers_a_quick_exit_and_no_sharing(client: Client) -> None:
    CampaignPageFactory(slug="delicata", is_delicate=True)
    CampaignPageFactory(slug="altra")
    delicate, other = (read(client, f"/campagne/{slug}/") for slug in ("delicata", "altra"))
    assert "Esci in fretta" in delicate.links()
    assert "Condividi" not in delicate.headings()
    assert "Esci in fretta" not in other.links()
    assert "Condividi" in other.headings()


@pytest.mark.parametrize(
    ("first", "last", "badge"),
    [(-30, -1, "Conclusa"), (1, 30, "In arrivo"), (-1, 0, ""), (0, None, "")],
    ids=["over since today", "from tomorrow", "last day", "no end"],
)
def test_both_ends_of_the_period_belong_to_the_campaign(
    client: Client, first: int, last: int | None, badge: str
) -> None:
    today = timezone.localdate()
    CampaignPageFactory(
        slug="quando",
        campaign=CampaignFactory(
            starts_on=today + timedelta(days=first),
            ends_on=None if last is None else today + timedelta(days=last),
        ),
    )
    found = read(client, "/campagne/quando/").main.select_one(".v-hero .v-badge")
    assert (found.get_text(strip=True) if found else "") == badge


def test_a_draft_is_nobody_s_business(client: Client) -> None:
    CampaignPageFactory(slug="bozza", live=False)
    assert client.get("/campagne/bozza/").status_code == 404
