"""The only public address of an issue: the counter behind its links."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from . import services


@never_cache
@require_GET
def follow(request: HttpRequest, issue_id: int, position: int) -> HttpResponse:
    """Count that somebody follows a link and lead there: to an address we wrote down, never a parameter."""
    url = services.count_click(issue_id=issue_id, position=position)
    if url is None:
        raise Http404
    return HttpResponseRedirect(url)
