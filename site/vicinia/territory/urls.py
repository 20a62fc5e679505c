"""Addresses of this app."""

from django.urls import URLPattern, URLResolver, path

from .places.views import place

urlpatterns: list[URLPattern | URLResolver] = [
    path("luoghi/<slug:slug>/", place, name="place"),
]
