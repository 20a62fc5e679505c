"""During a silence a page goes out only when it is impersonal and indispensable."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.models import Page

from vicinia.core.clock import database_day, day_of
from vicinia.core.formats import long_date
from vicinia.core.pages.tree import leave_as_draft

from .models import ElectionSilence
from .queries import silence_for


def refuse_in_silence(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Before an editor publishes: lead to where it is said why; the page is saved, nothing is lost."""
    # What is scheduled for after the silence is nobody's business now.
    day = max(day_of(page.go_live_at), database_day()) if page.go_live_at else database_day()
    silence = silence_for(page, day)
    if silence is None:
        return None
    leave_as_draft(page)
    messages.warning(request, told(silence))
    return redirect("page_in_silence", page.pk)


def refuse_several_in_silence(
    request: HttpRequest, action_type: str, objects: Sequence[Page], action: BulkAction
) -> HttpResponse | None:
    """Before several pages are published at once: none goes out when one of them may not."""
    if action_type != "publish" or action.models != [Page]:
        return None
    today = database_day()
    kept = [(page, silence) for page in objects if (silence := silence_for(page, today))]
    if not kept:
        return None
    titles = ", ".join(f"«{page.title}»" for page, _silence in kept)
    messages.error(
        request,
        "{} {}".format(
            told(kept[0][1]),
            _("Nothing was published. These would have to wait: %(titles)s.") % {"titles": titles},
        ),
    )
    return redirect("wagtailadmin_explore", kept[0][0].get_parent().pk)


def told(silence: ElectionSilence) -> str:
    """Say why something waits, and until when."""
    return _("Election silence (%(name)s) until %(day)s: what is not impersonal and indispensable waits.") % {
        "name": silence.name,
        "day": long_date(silence.ends_on),
    }
