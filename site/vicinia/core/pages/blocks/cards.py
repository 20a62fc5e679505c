"""Pages of this site, as cards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from vicinia.core.pages.cards import cards_of

from .examples import cards
from .groups import LINKS
from .shown import TitledBlock


class CardsBlock(TitledBlock):
    """Pages of this site, as cards; those that nobody may read any more are left out by themselves."""

    pages = blocks.ListBlock(blocks.PageChooserBlock(label=_("page")), label=_("pages"), max_num=12)

    class Meta:
        label = _("cards")
        icon = "copy"
        group = LINKS
        template = "blocks/cards.html"
        description = _(
            "Pages of this site with their picture and sentence. Drafts do not show until published."
        )

    def components(self, value: Any, context: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the pages that anybody may read, in the reader's language where it has them."""
        return {"cards": cards_of([page for page in value["pages"] if page])}

    def get_preview_value(self) -> Any:
        """Give the preview a title; the pages are the example's."""
        return self.normalize({"title": "Ti può servire", "pages": []})

    def example(self) -> Mapping[str, Any]:
        """Show pages that are not there."""
        return {"cards": cards()}
