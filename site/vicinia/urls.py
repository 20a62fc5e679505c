"""The composition root: which app answers which address."""

from allauth.account import views as account_views
from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from vicinia.core.files.media import media
from vicinia.core.gallery.views import gallery
from vicinia.home.urls import root_urlpatterns

# Asked by allauth, by this name.
handler429 = "vicinia.core.errors.too_many_attempts"

urlpatterns = [
    # One door for everybody (docs/decisions/0012): Wagtail's own would not ask for the second factor.
    path("cms/", include("vicinia.accounts.security.door_urls")),
    path("cms/", include(wagtailadmin_urls)),
    path("documenti/", include(wagtaildocs_urls)),
    path("", include("vicinia.core.urls")),
    *([path("componenti/", gallery, name="gallery")] if settings.DEBUG else []),
    *root_urlpatterns,
    path("media/<path:path>", media, name="media"),
    # All that people read. Italian has no prefix, other languages have theirs.
    *i18n_patterns(
        path("", include("vicinia.accounts.identity.urls")),
        # Sign-up, sign-in and address confirmation are allauth's own views, in our look.
        path("accedi/", include("allauth.account.urls")),
        path("registrati/", account_views.signup, name="signup"),
        path("accedi/verifica/", include("vicinia.accounts.security.factor_urls")),
        path("area-riservata/sicurezza/", include("vicinia.accounts.security.urls")),
        path("posta-demo/", include("vicinia.core.mail.urls")),
        path("", include("vicinia.accounts.personal.urls")),
        path("", include("partners.urls")),
        path("", include("calls.urls")),
        path("", include("campaigns.urls")),
        path("", include("vicinia.directory.urls")),
        path("", include("vicinia.monitoring.urls")),
        path("", include("vicinia.territory.urls")),
        path("", include("vicinia.home.urls")),
        # Last: every other address is a page.
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]
