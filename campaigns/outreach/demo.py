"""Loads the demo's campaigns: the record, its page, its materials as PDF files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import transaction

from partners.demo_loader import demo_organisation
from vicinia.core.demo import moment, read_yaml
from vicinia.core.demo_blocks import demo_blocks
from vicinia.core.demo_content import body, leaflet, picture, prose
from vicinia.core.pages.tree import ensure_page, home_page
from vicinia.territory.letterhead.queries import letterhead
from vicinia.territory.models import TargetGroup, Topic

from .models import Campaign, CampaignFigure, CampaignPartner
from .pages import CampaignMaterial, CampaignPage, CampaignsIndexPage

FILE = Path(__file__).parent.parent / "demo" / "campaigns.yaml"


@transaction.atomic
def load_campaigns() -> None:
    """Create the campaigns that are not there yet."""
    parent = ensure_page(
        home_page(),
        CampaignsIndexPage(
            title="Campagne",
            slug="campagne",
            summary="Prevenzione e salute, decise insieme all’ASL di zona e spiegate con parole nostre: "
            "per chi sono, che cosa fare, chi chiamare.",
            show_in_menus=True,
        ),
    )
    for entry in read_yaml(FILE):
        if not CampaignPage.objects.child_of(parent).filter(slug=entry["key"]).exists():
            load_page(parent, entry, load_campaign(entry))


def load_campaign(entry: dict[str, Any]) -> Campaign:
    """Create the record with its partners and results."""
    campaign = Campaign(
        title=entry["title"],
        goal=entry["goal"],
        topic=Topic.objects.get(slug=entry["topic"]),
        starts_on=moment(entry["starts"]).date(),
        ends_on=moment(entry["ends"]).date(),
        results_source=entry.get("results_source", ""),
    )
    campaign.target_groups.set(TargetGroup.objects.filter(slug__in=entry["target_groups"]))
    campaign.partners.set(
        [
            *(CampaignPartner(organisation=demo_organisation(key)) for key in entry["partners"]),
            *(CampaignPartner(name=name) for name in entry["partner_names"]),
        ]
    )
    campaign.figures.set([CampaignFigure(**result) for result in entry.get("results", [])])
    campaign.save()
    return campaign


def load_page(parent: CampaignsIndexPage, entry: dict[str, Any], campaign: Campaign) -> None:
    """Create and publish the page."""
    page = CampaignPage(
        title=entry["title"],
        slug=entry["key"],
        summary=entry["goal"],
        campaign=campaign,
        image=picture(entry["image"]),
        image_alt=entry["image_alt"],
        action_label=entry["action"]["label"],
        action_url=entry["action"]["url"],
        action_note=entry["action_note"],
        who_for=entry["who_for"],
        steps=[("step", step) for step in entry["steps"]],
        body=[*body(entry["body"]), *demo_blocks(entry.get("blocks", ()))],
        questions=[
            ("question", {"question": each["question"], "answer": prose(each["answer"])})
            for each in entry["faq"]
        ],
        contacts=entry["contacts"],
        is_delicate=entry.get("delicate", False),
    )
    who = letterhead()
    page.materials = [
        CampaignMaterial(
            title=material["title"],
            kind=material["kind"],
            language="English" if material["key"].endswith("-en") else "italiano",
            document=leaflet(
                material["key"],
                material["title"],
                material["text"],
                municipality=who.full_name,
                office=who.office,
            ),
        )
        for material in entry["materials"]
    ]
    ensure_page(parent, page)
