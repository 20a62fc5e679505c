"""The page of a call follows the call: made with it, published with it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from vicinia.accounts.models import User
from vicinia.core.pages.tree import ensure_page, free_slug, home_page

from .models import Call
from .pages import CallPage, CallsIndexPage

SLUG, PAGE_SLUG = "bandi", "bando"


def calls_index() -> CallsIndexPage:
    """Return the list of calls in the default language, making it when there is none yet."""
    home = home_page()
    index = CallsIndexPage.objects.child_of(home).first()
    if index:
        return index  # type: ignore[no-any-return]
    page = CallsIndexPage(title=_("Calls"), slug=SLUG, show_in_menus=True)
    page.summary = _("Notices for associations and other bodies: what is financed, who can apply, by when.")
    return ensure_page(home, page)


def draft_page(*, call: Call, by: User | None) -> CallPage:
    """Make the page of a new call, not published, for the office to write."""
    index = calls_index()
    page = CallPage(
        title=call.title,
        slug=free_slug(index, call.title, fallback=PAGE_SLUG),
        summary=call.summary,
        call=call,
        live=False,
        locale_id=index.locale_id,
    )
    index.add_child(instance=page)
    page.save_revision(user=by)
    return page


def publish_pages(*, call: Call, by: User | None) -> None:
    """Publish what the office wrote on the page; a call without a page gets one."""
    if not call.pages.exists():
        draft_page(call=call, by=by)
    for page in CallPage.objects.filter(call=call):
        latest: CallPage = page.get_latest_revision_as_object()
        if latest.title != call.title and not page.first_published_at:
            latest.title = call.title
            latest.slug = free_slug(page.get_parent(), call.title, fallback=PAGE_SLUG, but=page.pk)
        # Who may publish the call may publish its page, whatever their rights on the tree of pages.
        latest.save_revision(user=by).publish(user=by, skip_permission_checks=True)
