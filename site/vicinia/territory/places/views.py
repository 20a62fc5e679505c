"""The public pages of places."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vicinia.core.components import Card, Crumb, EmptyState, Hero
from vicinia.core.pages.breadcrumbs import home_crumb
from vicinia.core.pages.listing import list_address
from vicinia.core.pages.pictures import card_images, hero_image

from .models import Place


def places(request: HttpRequest) -> HttpResponse:
    """List the places open to the public."""
    page, pagination = list_address(request.path, request.GET, ()).paginate(Place.objects.all())
    rows = list(page.object_list)
    cards = tuple(
        Card(row.name, row.get_absolute_url(), row.summary, kicker=row.kind, image=image)
        for row, image in zip(rows, card_images(rows), strict=True)
    )
    context = {
        "hero": Hero(_("Places"), _("Where you meet us, with opening hours and how to get there.")),
        "cards": cards,
        "pagination": pagination,
        "empty": EmptyState(
            _("No place here for now"),
            _("Here you find desks, libraries and centres, with opening hours and how to get there."),
        ),
        "breadcrumbs": (home_crumb(), Crumb(_("Places"))),
    }
    return render(request, "territory/places.html", context)


def place(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a place with everything needed to get there."""
    found = get_object_or_404(Place.objects.select_related("area"), slug=slug)
    context = {
        "place": found,
        # What the shell asks of a page (base.html), it asks of a place that nobody must be seen looking up.
        "page": found if found.is_delicate else None,
        "hero": Hero(found.name, found.summary, kicker=found.kind, image=hero_image(found)),
        "contact": replace(found.contact_point(), url=""),
        "breadcrumbs": (home_crumb(), Crumb(_("Places"), reverse("places")), Crumb(found.name)),
    }
    return render(request, "territory/place.html", context)
