"""The addresses of the public interface: lists, single contents, its description and how to use it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from vicinia.core.components import Crumb, Hero
from vicinia.core.pages.breadcrumbs import home_crumb
from vicinia.core.text import clean_text
from vicinia.directory.associations.screens import LICENCE, LICENCE_URL
from vicinia.territory.models import Topic

from .items import Item
from .openapi import document
from .pace import REQUESTS_A_MINUTE, seconds_to_wait
from .resources import RESOURCES, Resource, readable_by_programs

PER_PAGE = 50
MINUTES_5 = 300
View = Callable[..., HttpResponse]


def for_everybody(view: View) -> View:
    """Answer any program of any site, 304 when nothing changed; who asks too often waits."""
    kept = conditional_page(cache_control(public=True, max_age=MINUTES_5)(view))

    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if seconds := seconds_to_wait(request):
            response: HttpResponse = _refusal(
                _("Too many requests: wait %(n)d seconds.") % {"n": seconds}, 429
            )
            response["Retry-After"] = str(seconds)
        else:
            response = kept(request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        response["Link"] = f'<{LICENCE_URL}>; rel="license"'
        return response

    return wraps(view)(require_safe(answer))


@for_everybody
def api_list(request: HttpRequest, key: str) -> HttpResponse:
    """List the public contents of a kind, a page at a time, perhaps about one topic."""
    resource = _resource(key)
    topic = clean_text(request.GET.get("topic", ""))
    if topic and not Topic.objects.filter(slug=topic).exists():
        return _refusal(_("There is no topic with this address."), 400)
    try:
        pages = Paginator(readable_by_programs(resource, topic), PER_PAGE)
        page = pages.page(request.GET.get("page", "1"))
    except (EmptyPage, PageNotAnInteger):
        return _refusal(_("There is no such page of the list: they begin from 1."), 400)

    def address(number: int) -> str:
        query = {"page": number} | ({"topic": topic} if topic else {})
        return f"{settings.BASE_URL}{request.path}?{urlencode(query)}"

    return _json(
        {
            "count": pages.count,
            "next": address(page.next_page_number()) if page.has_next() else None,
            "previous": address(page.previous_page_number()) if page.has_previous() else None,
            "license": LICENCE_URL,
            "results": [_written(item) for item in resource.tell(list(page.object_list))],
        }
    )


@for_everybody
def api_one(request: HttpRequest, key: str, page_id: int) -> HttpResponse:
    """Tell one content."""
    resource = _resource(key)
    items = resource.tell(list(readable_by_programs(resource).filter(pk=page_id)))
    if not items:
        return _refusal(_("There is no such page, or it is not public."), 404)
    return _json(_written(items[0]))


@for_everybody
def api_description(request: HttpRequest) -> HttpResponse:
    """Describe the interface to programs."""
    server = f"{settings.BASE_URL}{reverse('api')}".rstrip("/")
    return _json(document(server, _("Public data of the office")))


def api(request: HttpRequest) -> HttpResponse:
    """Explain the interface to people."""
    context = {
        "hero": Hero(_("Data for programs"), _("What this site publishes, for those who write software.")),
        "resources": [
            (each.label, f"{settings.BASE_URL}{reverse('api_list', args=[each.key])}")
            for each in RESOURCES.values()
        ],
        "description_url": f"{settings.BASE_URL}{reverse('api_description')}",
        "per_page": PER_PAGE,
        "requests": REQUESTS_A_MINUTE,
        "licence": LICENCE,
        "licence_url": LICENCE_URL,
        "breadcrumbs": (home_crumb(), Crumb(_("Data for programs"))),
    }
    return render(request, "home/api.html", context)


def _resource(key: str) -> Resource:
    if key not in RESOURCES:
        raise Http404
    return RESOURCES[key]


def _written(item: Item) -> dict[str, Any]:
    return {name: _plain(value) for name, value in asdict(item).items()}


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    # Instants too: they are dates with an hour and the shift from UTC.
    return value.isoformat() if isinstance(value, date) else value


def _json(content: dict[str, Any]) -> JsonResponse:
    return JsonResponse(content, json_dumps_params={"ensure_ascii": False})


def _refusal(reason: str, status: int) -> JsonResponse:
    return JsonResponse({"error": reason}, status=status, json_dumps_params={"ensure_ascii": False})
