"""The public page of the year's figures and of how they are counted."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from vicinia.core.components import Crumb, Hero
from vicinia.core.pages.breadcrumbs import home_crumb

from .public_figures import figure_tiles, year_figures


def public_figures(request: HttpRequest) -> HttpResponse:
    """Show the figures of the last twelve months with their method."""
    today = timezone.localdate()
    figures = year_figures(today)
    context = {
        "breadcrumbs": (home_crumb(), Crumb(_("A year in numbers"))),
        "hero": Hero(
            _("A year in numbers"), _("Whom the office reached in twelve months, and how we count it.")
        ),
        "figures": figures,
        "tiles": figure_tiles(figures, today, ""),
    }
    return render(request, "monitoring/public_figures.html", context)
