"""The map of the site, as people read it."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import F, Q, Window
from django.db.models.functions import Length, RowNumber, Substr
from wagtail.models import Page

from vicinia.core.pages.breadcrumbs import HOME_DEPTH
from vicinia.core.pages.published import readable

# Pages of one list that the map names; the list itself, with its filters, has them all.
MOST_BELOW = 24


@dataclass
class Branch:
    """A page and the pages below it; `has_more` when the map does not name them all."""

    title: str
    url: str
    branches: list[Branch] = field(default_factory=list)
    has_more: bool = False


def site_map(page: Page) -> list[Branch]:
    """Return the published public pages of this language as a tree, in the order of the editors.

    Of a list's pages the first are named. What hangs from a page that is not in the map is not in
    it either. One query.
    """
    pages = readable(Page.objects.filter(locale_id=page.locale_id, depth__gt=HOME_DEPTH))
    above = Substr("path", 1, Length("path") - Page.steplen)
    numbered = pages.annotate(place=Window(RowNumber(), partition_by=above, order_by=F("path").asc()))
    shown = numbered.filter(Q(place__lte=MOST_BELOW + 1) | Q(depth=HOME_DEPTH + 1))
    top = Branch("", "")
    known = {page.path[: HOME_DEPTH * Page.steplen]: top}
    for each in shown.select_related("locale").order_by("path"):
        parent = known.get(each.path[: -Page.steplen])
        if parent is None:
            continue
        if each.place > MOST_BELOW and parent is not top:
            parent.has_more = True
            continue
        branch = known[each.path] = Branch(each.title, each.url or "")
        parent.branches.append(branch)
    return top.branches
