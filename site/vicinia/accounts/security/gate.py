"""People of the office without a second factor are led to set one up before their tools open."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from vicinia.accounts.identity.assurance import signed_in_with_strong_identity

from . import services
from .rules import has_second_factor, needs_second_factor

Answer = Callable[[HttpRequest], HttpResponseBase]
GUARDED = re.compile(r"(/[a-z]{2})?/(cms|area-riservata)/")
# In the session: when its use was last noted, in seconds since the epoch; set at the sign-in.
SEEN_AT = "seen_at"
NOTED_EVERY = 15 * 60
# Going out, and where the factor is set up.
OPEN = re.compile(r"(/[a-z]{2})?/(cms/(login|logout|password_reset)|area-riservata/sicurezza)/")


class LastUseMiddleware:
    """Keeps when a session was last used, for the list of devices; once in a while, since it is a write."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Look at the session alone, and only where somebody is signed in anyway."""
        if GUARDED.match(request.path_info):
            seen_at = request.session.get(SEEN_AT)
            if seen_at and time.time() - seen_at > NOTED_EVERY:
                request.session[SEEN_AT] = time.time()
                services.note_use(session_key=request.session.session_key)
        return self.get_response(request)


class SecondFactorMiddleware:
    """Nothing under /cms/ or in the reserved area answers a person who owes a second factor."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Lead who owes a factor to the page that says why and how, and back."""
        path = request.path_info
        if GUARDED.match(path) and not OPEN.match(path) and owes_second_factor(request):
            back = request.get_full_path() if request.method == "GET" else path
            return redirect(f"{reverse('second_factor')}?{urlencode({'next': back})}")
        return self.get_response(request)


def owes_second_factor(request: HttpRequest) -> bool:
    """Tell whether who asks needs a factor and has none: SPID or CIE of level 2 have theirs."""
    user = request.user
    if not user.is_authenticated or not needs_second_factor(user):
        return False
    return not has_second_factor(user) and not signed_in_with_strong_identity(request)
