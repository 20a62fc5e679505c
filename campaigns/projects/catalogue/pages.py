"""How school projects are told to the public."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from vicinia.core.pages.base import BasePage
from vicinia.core.pages.blocks import BodyBlock

from .models import SchoolProject


class SchoolProjectsIndexPage(BasePage):
    """The catalogue for schools (`/progetti-scuole/`), by default of this school year."""

    template = "projects/index.html"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["campaigns.SchoolProjectPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("catalogue of school projects")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the projects that the address asks for."""
        from .screens import catalogue_screen

        return super().get_context(request, *args, **kwargs) | {"screen": catalogue_screen(self, request.GET)}

    def content_changes_at(self) -> datetime | None:
        """Change when the sign-up of an edition opens or closes."""
        from .queries import next_change_at

        return next_change_at()


class SchoolProjectPage(BasePage):
    """The public page of a project; numbers and rules come from its record and its editions."""

    project = models.ForeignKey(
        SchoolProject,
        verbose_name=_("project's data"),
        # A draft may lack it; a page that goes out may not.
        null=True,
        on_delete=models.PROTECT,
        related_name="pages",
        help_text=_("For whom, meetings, partner. They are kept under Schools, in the menu."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    template = "projects/project.html"
    search_kind = _("Projects for schools")
    parent_page_types: ClassVar[list[str]] = ["campaigns.SchoolProjectsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        TitleFieldPanel("title"),
        FieldPanel("project"),
        FieldPanel("summary", help_text=_("What classes do, in one sentence.")),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Image")),
        FieldPanel("body"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body"), index.FilterField("project_id")]

    class Meta:
        verbose_name = _("page of a school project")
        verbose_name_plural = _("pages of school projects")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the parts of the page."""
        from .screens import project_screen

        return super().get_context(request, *args, **kwargs) | {"screen": project_screen(self)}

    def content_changes_at(self) -> datetime | None:
        """Change when the sign-up of an edition opens or closes."""
        from .queries import next_change_at

        return next_change_at()
