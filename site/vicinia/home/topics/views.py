"""The public pages of topics."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Site

from vicinia.core.components import Crumb, EmptyState, Hero
from vicinia.core.page_cache import changes_at
from vicinia.core.pages.breadcrumbs import home_crumb
from vicinia.home.landing.queries import next_change_at
from vicinia.territory.models import Topic

from .screens import topic_cards, topic_screen


def topics(request: HttpRequest) -> HttpResponse:
    """List the topics that the site has something about."""
    context = {
        "hero": Hero(_("Topics"), _("Everything on this site, by what it is about.")),
        "cards": topic_cards(),
        "empty": EmptyState(
            _("No topic here for now"),
            _("Here you find services, campaigns, calls, events and news gathered by topic."),
        ),
        "breadcrumbs": (home_crumb(), Crumb(_("Topics"))),
    }
    return render(request, "home/topics.html", context)


def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what the site has about one topic."""
    found = get_object_or_404(Topic, slug=slug)
    changes_at(next_change_at())
    request.public_topic = found  # type: ignore[attr-defined]
    context = {
        "topic": found,
        "screen": topic_screen(found, Site.find_for_request(request)),
        "breadcrumbs": (home_crumb(), Crumb(_("Topics"), reverse("topics")), Crumb(found.name)),
    }
    return render(request, "home/topic.html", context)
