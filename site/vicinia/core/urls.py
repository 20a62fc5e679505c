"""Addresses of this app, the same in every language."""

from django.urls import URLPattern, URLResolver, path

from .health.views import health

urlpatterns: list[URLPattern | URLResolver] = [path("health/", health, name="health")]
