"""Where to go back to after a detour: the page that asked is in `next`, and it must be one of ours."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def next_page(request: HttpRequest, default: str) -> str:
    """Return the address in `next` when it is a path of this site, else the default.

    A bare word is no address: `redirect` would take it for the name of a view.
    """
    address = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = address.startswith("/") and url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if is_ours else default
