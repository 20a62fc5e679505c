"""The search of the site."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control

from .beginnings import titles_that_begin
from .screens import search_screen


def search(request: HttpRequest) -> HttpResponse:
    """Show what matches `q`, of a kind (`tipo`) or about a topic (`argomento`); or where to start."""
    return render(request, "home/search.html", {"screen": search_screen(request.path, request.GET)})


@cache_control(max_age=300, public=True)
def suggestions(request: HttpRequest) -> JsonResponse:
    """Return, as a list of texts, the titles that the words in `q` may be the beginning of."""
    return JsonResponse(titles_that_begin(request.GET.get("q", "")), safe=False)
