"""What every public page type has in common."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.images import get_image_model_string
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from vicinia.core.components import Text

from .breadcrumbs import breadcrumbs_of
from .forms import BasePageForm
from .published import restricted_paths


class BasePage(Page):
    """A page with a short description and, when it helps, an image.

    The short description is the lead under the title, the text of cards and the meta description. A
    delicate page has a way out that leaves no page to go back to, tells nothing in the tab, asks for no
    opinion, and is left out of what carries pages elsewhere (sharing, feeds, images).
    """

    summary = models.CharField(
        _("short description"),
        max_length=255,
        blank=True,
        help_text=_(
            "One or two plain sentences: they open the page and describe it in lists and search engines."
        ),
    )
    image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt = models.CharField(
        _("alternative text of the image"),
        max_length=255,
        blank=True,
        help_text=_("What the image tells, for those who do not see it: «Two people shake hands at a door»."),
    )
    is_delicate = models.BooleanField(
        _("delicate subject"),
        default=False,
        help_text=_(
            "Violence, trafficking, homelessness, mental health: the page gets the button «Leave quickly», "
            "hides its title in the tab, and has no box of opinions and no sharing links."
        ),
    )
    tab_title = models.CharField(
        _("title in the tab"),
        max_length=60,
        blank=True,
        help_text=_(
            "Only for a delicate subject: what a person beside the reader may see, such as «Opening hours». "
            "Left empty, «Information»."
        ),
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Image")),
    ]
    promote_panels = [
        *Page.promote_panels,
        MultiFieldPanel([FieldPanel("is_delicate"), FieldPanel("tab_title")], heading=_("Delicate subject")),
    ]
    base_form_class = BasePageForm
    # Whether pages of this type are indispensable by their nature, such as those of an emergency: they go
    # out during an election silence too (L. 28/2000 art. 9).
    goes_out_in_silence: ClassVar[bool] = False
    # The heading under which the search lists pages of this type.
    search_kind: ClassVar[Text] = _("Pages")
    search_fields = [*Page.search_fields, index.SearchField("summary")]

    class Meta:
        abstract = True

    @property
    def neutral_title(self) -> str:
        """What the tab tells of a delicate page."""
        return self.tab_title or gettext("Information")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the way back to the home page; the shell finds the page being read on the request."""
        request.public_page = self  # type: ignore[attr-defined]
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | {"breadcrumbs": breadcrumbs_of(self)}

    def get_view_restrictions(self) -> models.QuerySet[PageViewRestriction]:
        """Return who may read this page; no query on a site that restricts nothing."""
        if restricted_paths():
            return super().get_view_restrictions()  # type: ignore[no-any-return]
        return PageViewRestriction.objects.none()  # type: ignore[no-any-return]

    def content_changes_at(self) -> datetime | None:
        """Return the instant at which this page changes by itself (a call opens), or None."""
        return None

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> TemplateResponse:
        """Serve the page, telling the page cache how long it holds."""
        response: TemplateResponse = super().serve(request, *args, **kwargs)
        response.valid_until = self.content_changes_at()  # type: ignore[attr-defined]
        return response
