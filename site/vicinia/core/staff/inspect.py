"""The page of a record that has no screen of its own: its facts in words, no codes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin.views import generic

from vicinia.core.components import Fact
from vicinia.core.formats import long_datetime, short_date, whole


class StaffInspectView(generic.InspectView):
    """Wagtail's page of an object, named after what it shows; `facts()` can say more than the fields."""

    template_name = "wagtailadmin/vicinia/record.html"
    fields_exclude = ["id"]

    def get_page_title(self) -> str:
        """Name the kind of object."""
        return str(capfirst(self.model._meta.verbose_name))

    def facts(self) -> list[Fact]:
        """Return the rows shown; those without a value are left out."""
        rows = [self.get_context_for_field(name) for name in self.fields]
        facts = [Fact(row["label"], in_words(row.get("value"))) for row in rows]
        return [fact for fact in facts if fact.value]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Hand the facts to the page."""
        return {**super().get_context_data(**kwargs), "facts": self.facts()}


def in_words(value: object) -> str:
    """Write a value as people read it: `sì`, `3 marzo 2026`, `50.349`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return long_datetime(value)
    if isinstance(value, date):
        return short_date(value)
    return whole(value) if isinstance(value, int) else str(value)
