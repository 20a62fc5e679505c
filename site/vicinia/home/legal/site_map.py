"""The map of the site, as people read it."""

from __future__ import annotations

from dataclasses import dataclass, field

from wagtail.models import Page

from vicinia.core.pages.breadcrumbs import HOME_DEPTH


@dataclass
class Branch:
    """A page and the pages below it."""

    title: str
    url: str
    depth: int
    branches: list[Branch] = field(default_factory=list)


def site_map(page: Page) -> list[Branch]:
    """Return every published public page of this language as a tree, in the order of the editors."""
    pages = Page.objects.live().public().filter(locale_id=page.locale_id, depth__gt=HOME_DEPTH)
    top: list[Branch] = []
    open_branches: list[Branch] = []
    for each in pages.order_by("path"):
        branch = Branch(each.title, each.url or "", each.depth)
        while open_branches and open_branches[-1].depth >= branch.depth:
            open_branches.pop()
        (open_branches[-1].branches if open_branches else top).append(branch)
        open_branches.append(branch)
    return top
