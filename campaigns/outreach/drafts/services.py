"""Making a campaign and the draft of its page in one go."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from campaigns.outreach.models import Campaign, CampaignPartner
from campaigns.outreach.pages import CampaignPage, CampaignsIndexPage
from vicinia.accounts.models import User
from vicinia.accounts.rights.backend import require
from vicinia.core import audit
from vicinia.core.demo_content import body, prose
from vicinia.core.pages.tree import free_slug
from vicinia.territory.letterhead.queries import letterhead
from vicinia.territory.models import TargetGroup, Topic

from .catalogue import CampaignTemplate

ADD = "campaigns.add_campaign"
SLUG = "campagna"


@transaction.atomic
def draft_from_template(
    *, template: CampaignTemplate, title: str, topic: Topic, starts_on: date, ends_on: date | None, by: User
) -> CampaignPage:
    """Return the page of a new campaign, a draft with the texts of a template.

    Raises PermissionDenied, ValidationError with the field that is wrong.
    """
    require(by, ADD)
    campaign = _campaign(
        Campaign(title=title, goal=template.goal, topic=topic, starts_on=starts_on, ends_on=ends_on)
    )
    campaign.target_groups.set(TargetGroup.objects.filter(slug__in=template.target_groups))
    campaign.save()
    who = letterhead()
    page = CampaignPage(
        title=title,
        summary=template.goal,
        campaign=campaign,
        action_label=template.action.get("label", ""),
        action_url=template.action.get("url", ""),
        action_note=template.action_note,
        who_for=template.who_for,
        steps=[("step", step) for step in template.steps],
        body=body(template.body),
        questions=[
            ("question", {"question": each["question"], "answer": prose(each["answer"])})
            for each in template.questions
        ],
        contacts=": ".join(filter(None, [who.office, who.phone])),
        is_delicate=template.delicate,
        tab_title=template.tab_title,
    )
    index = _index()
    page.slug, page.live, page.locale_id = free_slug(index, title, fallback=SLUG), False, index.locale_id
    page.owner = by
    index.add_child(instance=page)
    page.save_revision(user=by)
    audit.record("campaigns.campaign.created", by=by, target=campaign, template=template.key)
    return page


@transaction.atomic
def draft_for_next_year(
    *, campaign: Campaign, title: str, starts_on: date, ends_on: date | None, by: User
) -> CampaignPage:
    """Return the page of a campaign run again: the texts, materials and partners of the old one, as a draft.

    What came of the old one stays with it. Raises PermissionDenied, ValidationError with the field that is
    wrong, also when the old campaign has no page.
    """
    require(by, ADD)
    page = campaign.pages.order_by("pk").first()
    if page is None:
        raise ValidationError(_("This campaign has no page to copy: begin from a template."))
    again = _campaign(
        Campaign(title=title, goal=campaign.goal, topic=campaign.topic, starts_on=starts_on, ends_on=ends_on)
    )
    again.target_groups.set(campaign.target_groups.all())
    again.partners.set(
        [
            CampaignPartner(
                organisation=each.organisation, name=each.name, logo=each.logo, url=each.url, sort_order=order
            )
            for order, each in enumerate(campaign.partners.all())
        ]
    )
    again.save()
    copied: CampaignPage = page.copy(
        update_attrs={
            "title": title,
            "draft_title": title,
            "slug": free_slug(page.get_parent(), title, fallback=SLUG),
            "campaign": again,
            "owner": by,
            "go_live_at": None,
            "expire_at": None,
        },
        copy_revisions=False,
        keep_live=False,
        user=by,
    )
    audit.record("campaigns.campaign.created", by=by, target=again, from_campaign=campaign.pk)
    return copied


def _campaign(campaign: Campaign) -> Campaign:
    """Check a new campaign; an error names its field."""
    campaign.full_clean(exclude=["target_groups"])
    return campaign


def _index() -> CampaignsIndexPage:
    index: CampaignsIndexPage | None = CampaignsIndexPage.objects.order_by("pk").first()
    if index is None:
        raise ValidationError(_("There is no list of campaigns yet: add it below the home page."))
    return index
