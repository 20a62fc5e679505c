"""Addresses of this app."""

from django.urls import URLPattern, URLResolver, include, path

app_name = "calls"

urlpatterns: list[URLPattern | URLResolver] = [
    path("area-riservata/domande/", include("calls.applications.urls")),
]
