"""Public addresses of the figures."""

from django.urls import URLPattern, URLResolver, path

from .views import public_figures

urlpatterns: list[URLPattern | URLResolver] = [path("numeri/", public_figures, name="public_figures")]
