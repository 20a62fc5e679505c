"""The staff's screen of the notice above every page."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vicinia.accounts.models import User

from .forms import BannerForm
from .models import Banner
from .services import close_banner, raise_banner

PERMISSION = "emergencies.change_banner"


def banner_screen(request: HttpRequest) -> HttpResponse:
    """Show the notice that is up, raise another one, list the last ones."""
    user = allowed_user(request)
    form = BannerForm(request.POST or None, for_user=user)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        raise_banner(by=user, title=data["title"], text=data["text"], level=data["level"], page=data["page"])
        messages.success(request, _("The notice is above every page now."))
        return redirect("banner")
    context = {
        "form": form,
        "current": Banner.objects.filter(is_raised=True).select_related("raised_by", "page").first(),
        "past": Banner.objects.filter(is_raised=False).select_related("raised_by")[:10],
    }
    return render(request, "emergencies/admin/banner.html", context)


@require_POST
def close(request: HttpRequest) -> HttpResponse:
    """Take the notice away."""
    user = allowed_user(request)
    banner = Banner.objects.filter(is_raised=True).first()
    if banner:
        close_banner(banner, by=user)
        messages.success(request, _("The notice is gone from every page."))
    return redirect("banner")


def allowed_user(request: HttpRequest) -> User:
    """Return the person, if they may raise and close notices."""
    if not isinstance(request.user, User) or not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    return request.user
