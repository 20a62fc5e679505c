"""Going to the broker, coming back, and what happens when it does not let the person in."""

from __future__ import annotations

from allauth.account.internal.decorators import login_not_required
from allauth.socialaccount.adapter import get_adapter
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET
from requests import RequestException

from vicinia.core.next_page import next_page

from . import outcome, screens
from .provider import PROVIDER, BrokerAdapter, CallbackView
from .queries import offered_ways
from .refusals import IdentityRefused, Reason


@login_not_required
@never_cache
@require_GET
def start(request: HttpRequest, way: str) -> HttpResponse:
    """Send the person to sign in with SPID or CIE; of the request only `next` counts, when it is ours."""
    if way not in offered_ways():
        raise Http404
    provider = get_adapter().get_provider(request, PROVIDER)
    try:
        return provider.begin(request, way=way, again=outcome.was_too_low(request))  # type: ignore[no-any-return]
    except IdentityRefused as refusal:
        return outcome.refuse(request, refusal.reason, {"next": next_page(request, "")}, why=str(refusal))


@login_not_required
@never_cache
@require_GET
def callback(request: HttpRequest) -> HttpResponse:
    """Read the broker's answer and let the person in, or say why not."""
    if not offered_ways():
        raise Http404
    try:
        return CallbackView.adapter_view(BrokerAdapter(request))(request)  # type: ignore[no-any-return]
    except IdentityRefused as refusal:
        return outcome.refuse(request, refusal.reason, why=str(refusal))
    except RequestException:
        return outcome.refuse(request, Reason.AWAY)


@login_not_required
@never_cache
@require_GET
def refused(request: HttpRequest) -> HttpResponse:
    """Tell why the last attempt of this session did not succeed, and what can be done."""
    refusal = outcome.last_refusal(request)
    if refusal is None:
        return redirect("account_login")
    return render(request, "accounts/identity/refused.html", screens.refused(*refusal))
