"""A page with a fault that keeps readers out does not go out by itself."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.models import Page

from vicinia.core.pages.base import BasePage
from vicinia.core.pages.tree import leave_as_draft

from .inspection import inspect_page


def refuse_faulty(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Before an editor publishes: lead to the list of faults; the page is saved, nothing is lost."""
    own = page.specific
    if not isinstance(own, BasePage):
        return None
    faults = inspect_page(own, request).blocking
    if not faults:
        return None
    leave_as_draft(page)
    messages.warning(
        request,
        ngettext(
            "The page is saved but not published: there is %(count)d fault that would keep readers out.",
            "The page is saved but not published: there are %(count)d faults that would keep readers out.",
            len(faults),
        )
        % {"count": len(faults)},
    )
    return redirect("page_faults", page.pk)


def refuse_faulty_together(
    request: HttpRequest, action_type: str, objects: Sequence[Page], action: BulkAction
) -> HttpResponse | None:
    """Before several pages are published at once: name those that have faults, and publish none."""
    if action_type != "publish" or action.models != [Page]:
        return None
    drafts = (page.get_latest_revision_as_object() for page in objects)
    faulty = [page for page in drafts if isinstance(page, BasePage) and inspect_page(page, request).blocking]
    if not faulty:
        return None
    messages.error(
        request,
        _(
            "Nothing was published. These pages have faults that would keep readers out: %(titles)s. Open "
            "each one, press «Publish», and you read what to mend."
        )
        % {"titles": ", ".join(f"«{page.title}»" for page in faulty)},
    )
    return redirect("wagtailadmin_explore", faulty[0].get_parent().pk)
