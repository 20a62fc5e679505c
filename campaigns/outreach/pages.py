"""How a campaign is told to the public."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.blocks import StreamBlock
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from vicinia.core.pages.base import BasePage
from vicinia.core.pages.blocks import BodyBlock, QuestionBlock, StepBlock
from vicinia.core.validators import validate_action_url

from .enums import MaterialKind
from .models import Campaign
from .page_form import CampaignPageForm


class StepsBlock(StreamBlock):
    """Numbered things to do."""

    step = StepBlock(label=_("step"))

    class Meta:
        required = False


class QuestionsBlock(StreamBlock):
    """Questions people ask."""

    question = QuestionBlock(label=_("question"))

    class Meta:
        required = False


class CampaignsIndexPage(BasePage):
    """All campaigns, with filters by topic and state (`/campagne/`)."""

    template = "campaigns/index.html"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["campaigns.CampaignPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of campaigns")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the campaigns that the address asks for."""
        from .screens import list_screen

        return super().get_context(request, *args, **kwargs) | {"screen": list_screen(self, request.GET)}

    def content_changes_at(self) -> datetime | None:
        """Change when a campaign starts or ends."""
        from .queries import next_change_at

        return next_change_at()


class CampaignPage(BasePage):
    """The public page of one campaign."""

    campaign = models.ForeignKey(
        Campaign,
        verbose_name=_("campaign's data"),
        # A draft may lack it; a page that goes out may not.
        null=True,
        on_delete=models.PROTECT,
        related_name="pages",
        help_text=_(
            "Goal, topic, target groups, period, partners and results. Create them here if they are new."
        ),
    )
    action_label = models.CharField(
        _("text of the button"),
        max_length=60,
        blank=True,
        help_text=_("A verb, the one thing to do: «Book your screening», «Call 1522»."),
    )
    action_url = models.CharField(
        _("address of the button"),
        max_length=255,
        blank=True,
        validators=[validate_action_url],
        help_text=_(
            "A page (/eventi/), a site (https://…), a phone (tel:0000123472) or an e-mail (mailto:…)."
        ),
    )
    action_note = models.CharField(
        _("note under the button"),
        max_length=255,
        blank=True,
        help_text=_("Hours, costs, what is not needed: «Free of charge, no prescription needed»."),
    )
    who_for = models.TextField(
        _("who it is for"),
        blank=True,
        help_text=_("In plain words, ages included: «Women from 50 to 69 years old»."),
    )
    steps = StreamField(StepsBlock(), verbose_name=_("what to do"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    questions = StreamField(QuestionsBlock(), verbose_name=_("frequent questions"), blank=True)
    contacts = models.CharField(
        _("contacts"),
        max_length=255,
        blank=True,
        help_text=_("Name, phone and e-mail of who answers: «Screening office: 0000 123472»."),
    )

    template = "campaigns/campaign.html"
    search_kind = _("Campaigns")
    base_form_class = CampaignPageForm
    parent_page_types: ClassVar[list[str]] = ["campaigns.CampaignsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        TitleFieldPanel("title", help_text=_("The campaign's name, short: «Ten minutes for you».")),
        FieldPanel("campaign"),
        FieldPanel("summary", help_text=_("Left empty, the campaign's goal is used.")),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Image")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("action_label"), FieldPanel("action_url")]),
                FieldPanel("action_note"),
            ],
            heading=_("The one thing to do"),
        ),
        FieldPanel("who_for"),
        FieldPanel("steps"),
        FieldPanel("body"),
        InlinePanel("materials", heading=_("Materials to download"), label=_("Material")),
        FieldPanel("questions"),
        FieldPanel("contacts"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("who_for"),
        index.SearchField("steps"),
        index.SearchField("body"),
        index.SearchField("questions"),
        index.FilterField("campaign_id"),
    ]

    class Meta:
        verbose_name = _("campaign page")
        verbose_name_plural = _("campaign pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the parts of the page."""
        from .screens import campaign_screen

        return super().get_context(request, *args, **kwargs) | {"screen": campaign_screen(self)}

    def content_changes_at(self) -> datetime | None:
        """Change when this or another campaign starts or ends, or a linked event is over."""
        from .queries import next_change_at

        return next_change_at()


class CampaignMaterial(Orderable):
    """A file that people print, hang or read."""

    page = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="materials")
    title = models.CharField(
        _("title"), max_length=150, help_text=_("For example: Three free tests, explained.")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=MaterialKind, default=MaterialKind.LEAFLET)
    document = models.ForeignKey(
        "wagtaildocs.Document", verbose_name=_("file"), on_delete=models.PROTECT, related_name="+"
    )
    language = models.CharField(
        _("language"),
        max_length=40,
        default="italiano",
        help_text=_("As its speakers write it: English, عربي."),
    )

    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("language")]),
        FieldPanel("document"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("material")

    def __str__(self) -> str:
        return self.title
