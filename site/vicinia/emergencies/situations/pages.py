"""An emergency as the public follows it: what to do, where to go, dated updates."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from vicinia.core.pages.base import BasePage
from vicinia.core.pages.blocks import BodyBlock, StepBlock


class NumberBlock(blocks.StructBlock):
    """A telephone number that somebody answers now."""

    label = blocks.CharBlock(label=_("who answers"), max_length=80)
    phone = blocks.CharBlock(label=_("telephone"), max_length=30)
    note = blocks.CharBlock(label=_("when"), max_length=150, required=False)


class NumbersBlock(blocks.StreamBlock):
    """The numbers to call, the most important first."""

    number = NumberBlock(label=_("number"))

    class Meta:
        required = False


class HelpPointBlock(blocks.StructBlock):
    """A place where people find help."""

    name = blocks.CharBlock(label=_("name"), max_length=120)
    kind = blocks.CharBlock(label=_("kind"), max_length=80, help_text=_("For example: Shelter; Information."))
    address = blocks.CharBlock(label=_("address"), max_length=200)
    what = blocks.CharBlock(label=_("what one finds there"), max_length=255, required=False)
    hours = blocks.CharBlock(label=_("opening hours"), max_length=200, required=False)
    is_open = blocks.BooleanBlock(label=_("open now"), required=False, default=True)


class HelpPointsBlock(blocks.StreamBlock):
    """All the help points."""

    point = HelpPointBlock(label=_("help point"))

    class Meta:
        required = False


class ThingsToDoBlock(blocks.StreamBlock):
    """What to do, in order."""

    step = StepBlock(label=_("step"))

    class Meta:
        required = False


class EmergenciesIndexPage(BasePage):
    """Emergencies going on and past (`/emergenze/`)."""

    template = "emergencies/index.html"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["emergencies.EmergencyPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of emergencies")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the emergencies, those going on first."""
        from .screens import list_screen

        return super().get_context(request, *args, **kwargs) | {"screen": list_screen(self, request.GET)}


class EmergencyPage(BasePage):
    """One emergency."""

    started_at = models.DateTimeField(_("started at"), default=timezone.now)
    ended_at = models.DateTimeField(
        _("over since"), null=True, blank=True, help_text=_("Leave empty while it is going on.")
    )
    numbers = StreamField(NumbersBlock(), verbose_name=_("numbers to call"), blank=True)
    what_to_do = StreamField(ThingsToDoBlock(), verbose_name=_("what to do"), blank=True)
    help_points = StreamField(HelpPointsBlock(), verbose_name=_("help points"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    template = "emergencies/emergency.html"
    goes_out_in_silence = True
    search_kind = _("Emergencies")
    parent_page_types: ClassVar[list[str]] = ["emergencies.EmergenciesIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        TitleFieldPanel("title"),
        FieldPanel("summary", help_text=_("What is happening and what to do first, in one sentence.")),
        FieldPanel("numbers"),
        FieldPanel("what_to_do"),
        InlinePanel("updates", heading=_("Updates, the latest first"), label=_("Update")),
        FieldPanel("help_points"),
        FieldPanel("body"),
        FieldRowPanel([FieldPanel("started_at"), FieldPanel("ended_at")]),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Image")),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body"), index.SearchField("what_to_do")]

    class Meta:
        verbose_name = _("emergency")
        verbose_name_plural = _("emergencies")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the parts of the page."""
        from .screens import emergency_screen

        return super().get_context(request, *args, **kwargs) | {"screen": emergency_screen(self)}


class EmergencyUpdate(Orderable):
    """A dated fact: what has changed since the last one."""

    page = ParentalKey(EmergencyPage, on_delete=models.CASCADE, related_name="updates")
    at = models.DateTimeField(_("at"), default=timezone.now)
    title = models.CharField(_("what has changed"), max_length=150)
    text = models.TextField(_("details"), blank=True)

    panels = [FieldPanel("at"), FieldPanel("title"), FieldPanel("text")]

    class Meta:
        verbose_name = _("update")
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.title
