"""Wagtail's own ways in, under /cms/: they lead to the one door (docs/decisions/0012)."""

from django.urls import URLPattern, URLResolver, path, reverse_lazy
from django.views.generic import RedirectView

from .views import staff_door

forgotten = RedirectView.as_view(url=reverse_lazy("account_reset_password"))

urlpatterns: list[URLPattern | URLResolver] = [
    path("login/", staff_door, name="staff_door"),
    path("password_reset/", forgotten),
    path("password_reset/done/", forgotten),
    path("password_reset/confirm/<uidb64>/<token>/", forgotten),
    path("password_reset/complete/", forgotten),
]
