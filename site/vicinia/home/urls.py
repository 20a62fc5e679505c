"""Addresses of this app."""

from django.urls import URLPattern, URLResolver, path

from .feedback.views import feedback
from .reserved.views import reserved_area
from .search.views import search

urlpatterns: list[URLPattern | URLResolver] = [
    path("cerca/", search, name="search"),
    path("valutazione/", feedback, name="feedback"),
    path("area-riservata/", reserved_area, name="reserved_area"),
]
