"""Addresses of this app."""

from django.urls import URLPattern, URLResolver, path

from .places.views import place, places

urlpatterns: list[URLPattern | URLResolver] = [
    path("luoghi/", places, name="places"),
    path("luoghi/<slug:slug>/", place, name="place"),
]
