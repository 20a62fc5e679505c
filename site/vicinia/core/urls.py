"""Addresses of this app."""

from django.urls import URLPattern, URLResolver, path

from .health.views import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("health/", health, name="health"),
]
