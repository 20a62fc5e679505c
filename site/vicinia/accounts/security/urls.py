"""Addresses of the security page, in the reserved area."""

from django.urls import URLPattern, URLResolver, path

from . import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.security, name="security"),
    path("altre-sessioni/", views.end_other_sessions, name="end_other_sessions"),
    path("secondo-passaggio/", views.second_factor, name="second_factor"),
    path("avanti/", views.go_on, name="security_go_on"),
]
