"""A campaign that begins from a template or from last year's: everything is written, nothing is out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model

from campaigns.outreach.drafts.catalogue import templates
from campaigns.outreach.drafts.dates import a_year_later, title_a_year_later
from campaigns.outreach.models import Campaign, CampaignFigure, CampaignPartner
from campaigns.outreach.pages import CampaignMaterial, CampaignPage
from tests.factories.documents import pdf_bytes
from tests.factories.outreach import CampaignFactory, CampaignPageFactory, campaigns_index
from tests.factories.territory import TargetGroupFactory, TopicFactory
from tests.support.editing import UNCLOSED, errors, office
from vicinia.accounts.roles import Role
from vicinia.core.quality.markup import content_of
from vicinia.core.quality.reading import gulpease, sentences

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings(UNCLOSED)]


def form(**changes: Any) -> dict[str, Any]:
    """What the screen sends with what it proposes."""
    return {"title": "La porta è aperta", "starts_on": "20/11/2026", "ends_on": "27/11/2026"} | changes


@pytest.mark.parametrize("key", list(templates()))
def test_a_template_is_a_whole_draft_that_can_be_published_as_it_is(key: str) -> None:
    campaigns_index()
    topic = TopicFactory(slug=templates()[key].topic)
    TargetGroupFactory(slug="tutti")
    editor = office(Role.EDITOR)
    address = reverse("new_campaign_from", args=[key])
    proposed = editor.get(address).context["form"].initial
    assert proposed["topic"] == topic
    sent = form(title=proposed["title"], topic=topic.pk)
    answer = editor.post(address, sent)
    page = CampaignPage.objects.get()
    assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk]), errors(answer)
    assert not page.live
    assert (page.campaign.starts_on, page.campaign.ends_on) == (date(2026, 11, 20), date(2026, 11, 27))
    assert page.owner is not None
    page.get_latest_revision().publish()
    read = office(None).get(page.url)
    assert read.status_code == 200
    told = content_of(read.content.decode())
    # Written for everybody.
    assert (gulpease(sentences(told.texts)) or 0) >= 60


def test_the_one_about_violence_is_born_delicate() -> None:
    campaigns_index()
    topic = TopicFactory()
    office(Role.EDITOR).post(reverse("new_campaign_from", args=["antiviolenza"]), form(topic=topic.pk))
    assert CampaignPage.objects.get().is_delicate


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_made() -> None:
    campaigns_index()
    CampaignFactory(title="La porta è aperta")
    editor, topic = office(Role.EDITOR), TopicFactory()
    address = reverse("new_campaign_from", args=["antiviolenza"])
    # A title that is taken is not proposed.
    assert editor.get(address).context["form"].initial["title"] != "La porta è aperta"
    answer = editor.post(address, form(topic=topic.pk))
    assert "title" in answer.context["form"].errors
    answer = editor.post(address, form(topic=topic.pk, title="Nuova", ends_on="01/01/2026"))
    assert "L’ultimo giorno non può venire prima del primo" in answer.content.decode()
    assert not CampaignPage.objects.exists()
    assert Campaign.objects.count() == 1
    assert editor.get(reverse("new_campaign_from", args=["inventato"])).status_code == 404


def test_a_campaign_is_run_again_with_its_days_moved_and_without_its_results() -> None:
    today = timezone.localdate()
    old = CampaignFactory(title="Merenda 2026", starts_on=today - timedelta(days=300), ends_on=today)
    old.figures.set([CampaignFigure(label="Classi", value="28 di 33")])
    old.partners.set([CampaignPartner(name="ASL di zona")])
    old.save()
    page = CampaignPageFactory(campaign=old, slug="merenda", who_for="Le classi.", is_delicate=True)
    document = get_document_model().objects.create(
        title="Il pieghevole", file=ContentFile(pdf_bytes(), name="pieghevole.pdf")
    )
    page.materials.set([CampaignMaterial(title="Il pieghevole", document=document)])
    page.save_revision().publish()
    editor = office(Role.EDITOR)
    address = reverse("new_campaign_again", args=[old.pk])
    proposed = editor.get(address).context["form"].initial
    assert proposed["title"] == "Merenda 2027"
    assert proposed["starts_on"] == a_year_later(old.starts_on)
    sent = form(title="Merenda 2027", starts_on="01/10/2027", ends_on="")
    assert editor.post(address, sent).status_code == 302
    again = Campaign.objects.get(title="Merenda 2027")
    (copied,) = again.pages.all()
    assert (copied.live, copied.who_for, copied.slug) == (False, "Le classi.", "merenda-2027")
    assert copied.get_latest_revision_as_object().campaign == again
    assert [each.title for each in copied.materials.all()] == ["Il pieghevole"]
    assert [each.name for each in again.partners.all()] == ["ASL di zona"]
    assert not again.figures.exists()
    # The old one stays as it was.
    page.refresh_from_db()
    assert (page.live, page.campaign) == (True, old)


def test_who_does_not_write_campaigns_makes_none() -> None:
    campaigns_index()
    for role in (Role.CALLS_OFFICE, Role.DIRECTOR, None):
        for address in (reverse("new_campaign"), reverse("new_campaign_from", args=["caldo"])):
            assert office(role).post(address, form()).status_code in {302, 403}
    assert not Campaign.objects.exists()


@pytest.mark.parametrize(
    ("title", "later"),
    [
        ("Merenda 2026", "Merenda 2027"),
        ("Inverno 2026-2027", "Inverno 2027-2028"),
        ("La porta", "La porta 2027"),
    ],
)
def test_a_title_moves_on_with_its_years(title: str, later: str) -> None:
    assert title_a_year_later(title, 2027) == later


def test_the_29th_of_february_becomes_the_28th() -> None:
    assert a_year_later(date(2028, 2, 29)) == date(2029, 2, 28)
    assert a_year_later(date(2026, 11, 25)) == date(2027, 11, 25)
