"""Where a page is."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from vicinia.core.components import Crumb

HOME_DEPTH = 2


def home_url() -> str:
    """Return the address of the home page in the active language."""
    return reverse("wagtail_serve", args=[""])


def home_crumb() -> Crumb:
    """Return the way back to the home page."""
    return Crumb(_("Home"), home_url())


def breadcrumbs_of(page: Page) -> tuple[Crumb, ...]:
    """Return the way from the home page to this page; nothing on the home page itself. One query."""
    if page.depth is None or page.depth <= HOME_DEPTH:
        return ()
    ancestors = page.get_ancestors().filter(depth__gte=HOME_DEPTH).select_related("locale")
    return (
        *(Crumb(_("Home") if each.depth == HOME_DEPTH else each.title, each.url or "") for each in ancestors),
        Crumb(page.title),
    )
