"""Settings common to every installation; what differs between them is in deployment.py."""

from django.utils.translation import gettext_lazy as _

from .deployment import *  # noqa: F403
from .deployment import BASE_URL, ROOT, UPLOAD_MAX_MB
from .identity import *  # noqa: F403
from .people import *  # noqa: F403

# Applications ---------------------------------------------------------------------------------

INSTALLED_APPS = [
    "vicinia.core",
    "vicinia.accounts",
    "vicinia.territory",
    "vicinia.questions",
    "partners",
    "calls",
    "campaigns",
    "vicinia.directory",
    "vicinia.emergencies",
    "vicinia.monitoring",
    "vicinia.home",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.mfa",
    "allauth.usersessions",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.forms",
]

MIDDLEWARE = [
    "vicinia.core.access_log.AccessLogMiddleware",
    "vicinia.core.compression.TextGZipMiddleware",
    # A hit costs no query and passes through nothing below.
    "vicinia.core.page_cache.middleware.PageCacheMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "vicinia.core.security.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "vicinia.accounts.security.gate.LastUseMiddleware",
    "vicinia.accounts.security.gate.SecondFactorMiddleware",
    "vicinia.core.traces.noting.TracesMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "vicinia.urls"
WSGI_APPLICATION = "vicinia.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "vicinia.home.navigation.context.shell",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
# An address typed without a scheme is https: Django 6's default.
FORMS_URLFIELD_ASSUME_HTTPS = True
# What a filter of a list says while nothing is chosen.
FILTERS_EMPTY_CHOICE_LABEL = _("All")

# Language and time ------------------------------------------------------------------------------

LANGUAGE_CODE = "it"
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("it", _("Italian")), ("en", _("English"))]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("it", "Italiano"), ("en", "English")]
FORMAT_MODULE_PATH = ["vicinia.core.locale_formats"]
LOCALE_PATHS = [ROOT / "locale"]
TIME_ZONE = "Europe/Rome"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

# Wagtail ----------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Vicinia"
# Addresses that can be dictated on the telephone: "città" becomes "citta".
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# Tried in 7.4: after a publication refused for a missing field, the automatic draft makes the editor
# warn of "another window" that does not exist. Leaving with unsaved changes still asks.
WAGTAIL_AUTOSAVE_INTERVAL = 0
# Days as the office writes them, in the pickers too.
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILDOCS_EXTENSIONS = [
    *("csv", "docx", "odt", "ods", "pdf", "pptx", "rtf", "txt", "xlsx", "zip", "epub"),
    # Videos and their captions.
    *("mp4", "webm", "vtt"),
]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "vicinia.core.search_backend"}}
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = UPLOAD_MAX_MB * 1024 * 1024
# A picture takes four bytes a pixel while it is drawn: 200 MB at most.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_IMAGE_FORM_BASE = "vicinia.core.pages.uploaded_images.UploadedImageForm"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAILADMIN_COMMENTS_ENABLED = True
WAGTAIL_PASSWORD_REQUIRED = True
# Passwords and addresses are changed at the one door (docs/decisions/0012).
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False

# Safety -----------------------------------------------------------------------------------------

# Wagtail lifts it for its own previews.
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "vicinia.core.errors.csrf_failure"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
_SELF = "'self'"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [_SELF],
        "img-src": [_SELF, "data:"],
        "object-src": ["'none'"],
        "base-uri": [_SELF],
        "form-action": [_SELF],
        "frame-ancestors": [_SELF],
    }
}
# Wagtail's editor writes inline styles and scripts; only staff ever see it.
ADMIN_CONTENT_SECURITY_POLICY = {
    **CONTENT_SECURITY_POLICY["DIRECTIVES"],
    "script-src": [_SELF, "'unsafe-inline'", "'unsafe-eval'"],
    "style-src": [_SELF, "'unsafe-inline'"],
    "img-src": [_SELF, "data:", "blob:"],
    "frame-src": [_SELF],
}

SILENCED_SYSTEM_CHECKS: list[str] = []
