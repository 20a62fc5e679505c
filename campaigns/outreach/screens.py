"""What the pages of campaigns show, as components."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from partners.profiles.queries import PublicCard, public_cards
from vicinia.core.components import (
    Button,
    Card,
    EmptyState,
    Fact,
    Hero,
    Link,
    Material,
    Pagination,
    Partner,
    Question,
    StatTile,
    Step,
    Tag,
)
from vicinia.core.pages.documents import material_of
from vicinia.core.pages.listing import list_address
from vicinia.core.pages.pictures import hero_image, logo_images
from vicinia.territory.models import Topic

from .enums import CampaignState
from .models import Campaign
from .pages import CampaignMaterial, CampaignPage, CampaignsIndexPage
from .queries import campaign_cards, campaign_pages, in_state, period_text, state_badge

# A filter speaks of several campaigns, a badge of one.
SEVERAL = {CampaignState.OVER: pgettext_lazy("several campaigns", "over")}


@dataclass(frozen=True, slots=True)
class ListScreen:
    """The list of campaigns with its filters."""

    hero: Hero
    cards: tuple[Card, ...]
    states: tuple[Tag, ...]
    topics: tuple[Tag, ...]
    pagination: Pagination
    empty: EmptyState


@dataclass(frozen=True, slots=True)
class CampaignScreen:
    """One campaign."""

    hero: Hero
    facts: tuple[Fact, ...]
    action: Button | None
    who_for: str
    steps: tuple[Step, ...]
    materials: tuple[Material, ...]
    events: tuple[Card, ...]
    partners: tuple[Partner, ...]
    results: tuple[StatTile, ...]
    results_source: str
    questions: tuple[Question, ...]
    topics: tuple[Tag, ...]


def list_screen(page: CampaignsIndexPage, query: Mapping[str, str]) -> ListScreen:
    """Return the campaigns that the address asks for: running ones unless a state is chosen."""
    address = list_address(page.url or "", query, ("stato", "argomento"))
    every = campaign_pages(page)
    shown = every
    if address.chosen["stato"] in CampaignState.values:
        shown = in_state(shown, CampaignState(address.chosen["stato"]))
    if address.chosen["argomento"]:
        shown = shown.filter(campaign__topic__slug=address.chosen["argomento"])
    rows, pagination = address.paginate(shown)
    topics = Topic.objects.filter(campaigns__pages__in=every.order_by()).distinct()
    return ListScreen(
        hero=Hero(page.title, page.summary),
        cards=campaign_cards(list(rows.object_list)),
        states=address.tags(
            "stato",
            [(each.value, str(SEVERAL.get(each, each.label)).capitalize()) for each in CampaignState],
            pgettext("campaigns", "All"),
        ),
        topics=address.tags("argomento", topics.values_list("slug", "name"), _("All topics")),
        pagination=pagination,
        empty=EmptyState(
            _("No campaign matches these filters"),
            _("Here you find prevention and awareness campaigns: try another topic or see them all."),
            Link(_("See all campaigns"), page.url or ""),
        ),
    )


def campaign_screen(page: CampaignPage) -> CampaignScreen:
    """Return the parts of a campaign's page; a draft without its campaign shows what there is."""
    from campaigns.events.queries import campaign_event_cards

    campaign: Campaign | None = page.campaign
    action = (
        Button(page.action_label, page.action_url, note=page.action_note)
        if page.action_label and page.action_url
        else None
    )
    return CampaignScreen(
        hero=Hero(
            page.title,
            page.summary or (campaign.goal if campaign else ""),
            kicker=_("Campaign"),
            badge=state_badge(campaign) if campaign else None,
            date_text=period_text(campaign) if campaign else "",
            actions=(action,) if action else (),
            image=hero_image(page),
        ),
        facts=campaign_facts(campaign, page) if campaign else (),
        action=action,
        who_for=page.who_for,
        steps=tuple(Step(block.value["title"], block.value["text"]) for block in page.steps),
        materials=tuple(download_of(each) for each in page.materials.all().select_related("document")),
        events=campaign_event_cards(campaign) if campaign else (),
        partners=partners_of(campaign) if campaign else (),
        results=tuple(
            StatTile(each.value, each.label, comparison=each.note) for each in campaign.figures.all()
        )
        if campaign
        else (),
        results_source=campaign.results_source if campaign else "",
        questions=tuple(
            Question(block.value["question"], str(block.value["answer"])) for block in page.questions
        ),
        topics=topics_of(campaign, page),
    )


def campaign_facts(campaign: Campaign, page: CampaignPage) -> tuple[Fact, ...]:
    """Return the key facts of the side column."""
    groups = ", ".join(group.name for group in campaign.target_groups.all())
    facts = [
        Fact(_("Period"), period_text(campaign)),
        Fact(_("For whom"), groups),
        Fact(_("Topic"), campaign.topic.name),
        Fact(_("Contacts"), page.contacts),
    ]
    return tuple(fact for fact in facts if fact.value)


def download_of(material: CampaignMaterial) -> Material:
    """Return a material as the list of downloads prints it."""
    return material_of(
        material.document,
        title=material.title,
        language=material.language,
        summary=material.get_kind_display().capitalize(),
    )


def partners_of(campaign: Campaign) -> tuple[Partner, ...]:
    """Return the partners by name, with address and logo that the campaign gives or the body shows."""
    partners = list(campaign.partners.all().select_related("organisation"))
    given = logo_images([each.logo_id for each in partners])
    cards = public_cards(each.organisation_id for each in partners if each.organisation_id)
    shown = (cards.get(each.organisation_id or 0, PublicCard()) for each in partners)
    return tuple(
        Partner(str(each), each.url or card.website, logo=logo or card.logo)
        for each, logo, card in zip(partners, given, shown, strict=True)
    )


def topics_of(campaign: Campaign | None, page: CampaignPage) -> tuple[Tag, ...]:
    """Return the topic as a link to the list of campaigns about it."""
    if campaign is None:
        return ()
    parent = page.get_parent()
    url = f"{parent.url}?argomento={campaign.topic.slug}" if parent and parent.url else ""
    return (Tag(campaign.topic.name, url, data_element="topic-element"),)
