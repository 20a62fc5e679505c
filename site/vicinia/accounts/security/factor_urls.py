"""allauth's addresses of the factors; its own overviews of them are our security page."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from .views import RemovePasskey

overview = RedirectView.as_view(pattern_name="security")

# The first that fits answers.
urlpatterns: list[URLPattern | URLResolver] = [
    path("", overview, name="mfa_index"),
    path("webauthn/", overview, name="mfa_list_webauthn"),
    path("webauthn/keys/<int:pk>/remove/", RemovePasskey.as_view(), name="mfa_remove_webauthn"),
    path("", include("allauth.mfa.urls")),
]
