"""The security page, the page that asks the office's people for a second factor, the staff's old door."""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import urlencode

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.views import RemoveWebAuthnView
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from vicinia.accounts.models import User
from vicinia.core.next_page import next_page

from . import services
from .queries import sessions_of
from .rules import has_second_factor, needs_second_factor, works_for_the_office
from .screens import security_page

GOING_TO = "second_factor_going_to"


@never_cache
@login_required
def security(request: HttpRequest) -> HttpResponse:
    """Show how the account is kept safe, and from where it is open."""
    user = cast(User, request.user)
    page = security_page(user, sessions_of(user), request.session.session_key)
    return render(request, "security/security.html", page)


@login_required
@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    user = cast(User, request.user)
    services.end_other_sessions(user=user, current_key=request.session.session_key, by=user)
    messages.success(request, _("You are signed out everywhere but here."))
    return redirect(f"{reverse('security')}#devices")


@never_cache
@login_required
def second_factor(request: HttpRequest) -> HttpResponse:
    """Say why the office's people need a second factor, and lead to setting it up."""
    user = cast(User, request.user)
    back = next_page(request, reverse("wagtailadmin_home"))
    if has_second_factor(user) or not needs_second_factor(user):
        return redirect(back)
    request.session[GOING_TO] = back
    return render(request, "security/second_factor.html")


@login_required
def go_on(request: HttpRequest) -> HttpResponse:
    """Go on to the page that was being opened when the factor was asked, or back to the security page."""
    return redirect(request.session.pop(GOING_TO, reverse("security")))


class RemovePasskey(RemoveWebAuthnView):
    """allauth's view does not ask whether the factor may go; its view of the app does."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Keep the last factor of who needs one."""
        passkey = Authenticator.objects.filter(user=request.user.pk, pk=kwargs["pk"]).first()
        if passkey and not get_adapter().can_delete_authenticator(passkey):
            messages.error(request, get_adapter().error_messages["cannot_delete_authenticator"])
            return redirect("security")
        return cast(HttpResponseBase, super().dispatch(request, *args, **kwargs))


@never_cache
def staff_door(request: HttpRequest) -> HttpResponse:
    """Where the admin sends who may not enter it: to the one door, or to a page that says why not."""
    back = next_page(request, reverse("wagtailadmin_home"))
    if request.user.is_authenticated:
        if works_for_the_office(request.user):
            return redirect(back)
        # The page says it in its own words: Wagtail's would wait and be shown on the next one.
        _ = list(messages.get_messages(request))
        return render(request, "security/not_staff.html", {"next": back}, status=403)
    return redirect(f"{reverse('account_login')}?{urlencode({'next': back})}")
