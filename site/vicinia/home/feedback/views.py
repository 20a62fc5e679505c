"""How clear a page was: one choice from the box of each page, then why."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from .forms import AddressForm, RatingForm, ReasonForm
from .services import rate_page

TEMPLATE = "home/feedback.html"


@never_cache
def feedback(request: HttpRequest) -> HttpResponse:
    """Ask what was clear and what was not about the page in `pagina`, rated `voto`."""
    address = AddressForm(request.GET)
    if "grazie" in request.GET:
        return render(request, TEMPLATE, {"is_done": True, "path": path_of(address)})
    if not address.is_valid():
        return render(request, TEMPLATE, {"rating_form": RatingForm(), "path": path_of(address)})
    path, rating = address.cleaned_data["pagina"], address.cleaned_data["voto"]
    form = ReasonForm(request.POST if request.method == "POST" else None, rating=rating)
    if form.is_valid():
        rate_page(
            path=path,
            rating=rating,
            reason=form.cleaned_data["reason"],
            comment=form.cleaned_data["comment"],
        )
        return redirect(f"{reverse('feedback')}?{urlencode({'pagina': path, 'grazie': 1})}")
    return render(request, TEMPLATE, {"form": form, "path": path, "rating": rating})


def path_of(address: AddressForm) -> str:
    """Return the page being rated; the home page when the address says nothing useful."""
    address.is_valid()
    path: str = address.cleaned_data.get("pagina", "/")
    return path
