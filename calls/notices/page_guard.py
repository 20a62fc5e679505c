"""The page of a call is published with the call, never before it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from vicinia.core.pages.tree import leave_as_draft

from .pages import CallPage


def refuse_draft_call(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Send who publishes the page of a draft call to the call, where it is published; else None."""
    call_page = page.specific if page.specific_class is CallPage else None
    if call_page is None or not call_page.call.is_draft:
        return None
    leave_as_draft(page)
    messages.warning(
        request,
        _("The page is saved. It goes out together with the call: publish the call here."),
    )
    return redirect("calls_office:inspect", call_page.call_id)
