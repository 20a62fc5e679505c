"""Addresses of this app."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("newsletter/", include("campaigns.newsletter.urls")),
    path("area-riservata/adesioni/", include("campaigns.projects.urls")),
    path("area-riservata/attestati/", include("campaigns.projects.certificates.urls")),
]
