"""The office's page of the terms."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .registry import RetentionRule, rules

PERMISSION = "core.view_dataaccess"
DAYS_OF_A_YEAR, DAYS_OF_A_MONTH = 365, 30


class RetentionView(WagtailAdminTemplateMixin, TemplateView):
    """How long everything is kept and why; the terms are set by whoever looks after the installation."""

    template_name = "wagtailadmin/vicinia/retention.html"
    page_title = gettext_lazy("How long records are kept")
    header_icon = "history"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for who oversees personal data."""
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Name the page at the end of the way."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Write each rule in words."""
        rows = [(rule, term_in_words(rule)) for rule in rules]
        return {**super().get_context_data(**kwargs), "rows": rows}


def term_in_words(rule: RetentionRule) -> str:
    """Write how long: "2 anni dal giorno dell'accesso"."""
    if rule.term is None:
        return str(rule.starts)
    return f"{_length(rule.term)} {rule.starts}"


def _length(term: timedelta) -> str:
    years, left = divmod(term.days, DAYS_OF_A_YEAR)
    if years and not left:
        return ngettext("%(count)s year", "%(count)s years", years) % {"count": years}
    months, left = divmod(term.days, DAYS_OF_A_MONTH)
    if months and not left:
        return ngettext("%(count)s month", "%(count)s months", months) % {"count": months}
    return ngettext("%(count)s day", "%(count)s days", term.days) % {"count": term.days}
