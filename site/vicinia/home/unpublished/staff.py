"""The staff's list of pages with changes to publish, opened by the count on the admin's home."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import PageReportView
from wagtail.models import Page
from wagtail.query import PageQuerySet

from .queries import pages_to_publish


class PagesToPublish(PageReportView):
    """Wagtail's own table of pages, over those that wait."""

    page_title = _("Pages with changes to publish")
    header_icon = "doc-empty"
    index_url_name = "pages_to_publish"
    index_results_url_name = "pages_to_publish_results"
    results_template_name = "wagtailadmin/vicinia/pages_to_publish.html"
    any_permission_required = ["add", "change", "publish"]
    # Opened and published one by one: nobody needs it as a file.
    list_export: list[str] = []

    def get_queryset(self) -> PageQuerySet[Page]:
        """Read the pages with what the table shows of them."""
        pages: Any = pages_to_publish(self.request.user)
        self.queryset = pages.specific(defer=True).select_related("locale")
        return self.queryset
