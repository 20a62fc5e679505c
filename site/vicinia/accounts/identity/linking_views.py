"""A proven person without an account here makes one or links theirs; later they see it and can unlink."""

from __future__ import annotations

from typing import cast

from allauth.account.internal.decorators import login_not_required
from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import complete_signup
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from vicinia.accounts.models import User
from vicinia.accounts.security.fresh_proof import ask_again

from . import pending, screens, services
from .forms import AccountForm
from .pending import Pending
from .provider import PROVIDER
from .queries import linked_identity, obstacle, offered_ways


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def link(request: HttpRequest) -> HttpResponse:
    """Make an account for a proven person, or link the one in which they are signed in."""
    proven = pending.get(request)
    if proven is None:
        messages.info(request, _("Too much time has passed: start again, nothing was changed."))
        return redirect("account_login")
    if request.user.is_authenticated:
        return _link_mine(request, proven, request.user)
    return _make_one(request, proven)


def _link_mine(request: HttpRequest, proven: Pending, user: User) -> HttpResponse:
    if request.method == "POST":
        ask_again(request)
        try:
            services.link(identity=proven.identity, user=user, by=user)
        except services.IdentityTaken:
            pass  # The page says which of the two it is.
        else:
            _done(request, user, proven)
            messages.success(request, _("From now on you can sign in this way too."))
            return redirect(proven.next_url or "digital_identity")
    context = screens.link(proven.identity, user, obstacle(proven.identity, user))
    return render(request, "accounts/identity/link.html", context)


def _make_one(request: HttpRequest, proven: Pending) -> HttpResponse:
    hindrance = obstacle(proven.identity, None)
    # An address that has an account is not proposed for another one.
    form = AccountForm(request.POST or None, initial={"email": "" if hindrance else proven.identity.email})
    if request.method == "POST" and form.is_valid() and (user := _sign_up(form, proven)):
        _done(request, user, proven)
        # The mail that confirms the address, when it must be, and the door: allauth's.
        return complete_signup(request, user, None, proven.next_url or None)  # type: ignore[no-any-return]
    context = screens.sign_up(proven.identity, form, hindrance)
    return render(request, "accounts/identity/sign_up.html", context, status=422 if form.errors else 200)


def _sign_up(form: AccountForm, proven: Pending) -> User | None:
    """Make the account, or leave the refusal on the form."""
    email, language = form.cleaned_data["email"], get_language() or "it"
    try:
        return services.sign_up(identity=proven.identity, email=email, language=language)
    except services.AddressTaken:
        form.add_error(
            "email", _("An account with this address exists: sign in to it, or write another one.")
        )
    except services.IdentityTaken:
        form.add_error(None, _("An account with your fiscal number exists: sign in to it as you did before."))
    return None


def _done(request: HttpRequest, user: User, proven: Pending) -> None:
    """This session has shown who the person is."""
    pending.forget(request)
    record_authentication(request, user, "socialaccount", provider=PROVIDER, uid=proven.identity.uid)


@login_required
@never_cache
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """Show the digital identity of the account, or the way to link one."""
    known = linked_identity(cast(User, request.user))
    if known is None and not offered_ways():
        return redirect("reserved_area")
    return render(request, "accounts/identity/mine.html", screens.mine(known))


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def unlink(request: HttpRequest) -> HttpResponse:
    """Say what changes, then take the digital identity off the account."""
    user = cast(User, request.user)
    known = linked_identity(user)
    if known is None:
        return redirect("digital_identity")
    if request.method == "POST":
        ask_again(request)
        try:
            services.unlink(user=user, by=user)
        except services.OnlyWayIn:
            pass  # The page says what to do first.
        else:
            messages.success(request, _("Unlinked: this account no longer opens with SPID or CIE."))
            return redirect("digital_identity")
    return render(request, "accounts/identity/unlink.html", screens.unlink(known))
