"""Settings common to every installation. What differs comes from the environment (see env.py)."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from .env import address, between, database, env, folder, mailbox, one_of, read

ROOT = Path(__file__).resolve().parents[3]
env.read_env(ROOT / ".env", recurse=False)

VAR = ROOT / Path(
    read("VAR_DIR", "str", "var", "Folder of the database, uploads and local mail.", check=folder(ROOT))
)

HOST = read("HOST", "str", "127.0.0.1", "Network address that the web server listens on.")
PORT = read("PORT", "int", 8000, "Port of the web server.", check=between(1, 65535))
BASE_URL = read(
    "BASE_URL",
    "str",
    f"http://localhost:{PORT}",
    "Public address of the site, used in mails and receipts.",
    check=address("http", "https"),
    shown_default="http://localhost:PORT",
).rstrip("/")
DEMO = read("DEMO", "bool", True, "1 loads the demo municipality into an empty database.")
WEB_WORKERS = read("WEB_WORKERS", "int", 1, "Web processes.", check=between(1, 64))
WEB_THREADS = read("WEB_THREADS", "int", 4, "Threads of each web process.", check=between(1, 128))
TASK_WORKERS = read("TASK_WORKERS", "int", 1, "Worker processes of each task queue.", check=between(1, 32))

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

# Database, cache, tasks -----------------------------------------------------------------------

DATABASES = {
    "default": read(
        "DATABASE_URL",
        "dj_db_url",
        f"sqlite:///{VAR}/db.sqlite3",
        "Database: sqlite:///path or postgres://user:password@host/name.",
        check=database,
        shown_default="sqlite:///VAR_DIR/db.sqlite3",
    )
}
PGBOUNCER = read("PGBOUNCER", "bool", False, "1 when DATABASE_URL is a PgBouncer in transaction mode.")
# Connections of a process beside those of its threads: heartbeat and late comers.
POOL_SPARE = 2
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A relative path counts from the root, wherever the command is started.
    DATABASES["default"]["NAME"] = str(ROOT / DATABASES["default"]["NAME"])
    DATABASES["default"]["OPTIONS"] = {
        # Writers queue at BEGIN instead of failing when a read turns into a write.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-20000;",
    }
else:
    DATABASES["default"].setdefault("OPTIONS", {})["connect_timeout"] = 10
    if PGBOUNCER:
        DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = True
    else:
        # A process's threads share its pool; `manage.py prepare` adds the pools up against max_connections.
        DATABASES["default"]["OPTIONS"]["pool"] = {
            "min_size": 1,
            "max_size": WEB_THREADS + POOL_SPARE,
            "timeout": 10,
        }

REDIS_URL = read(
    "REDIS_URL",
    "str",
    "",
    "Shared cache, redis://host:6379/0; without it the database holds it.",
    check=address("redis", "rediss"),
)
REDIS_CACHE = {"BACKEND": "vicinia.core.shared_cache.backends.SharedRedisCache", "LOCATION": REDIS_URL}
DATABASE_CACHE = {
    "BACKEND": "vicinia.core.shared_cache.backends.SharedDatabaseCache",
    "LOCATION": "core_cacheentry",
    "OPTIONS": {"MAX_ENTRIES": 10_000},
}
CACHES: dict[str, dict[str, Any]] = {
    # Shared by all processes: rate limits and Wagtail's addresses of sites must not differ between them.
    "default": REDIS_CACHE if REDIS_URL else DATABASE_CACHE,
    # Image renditions that pages name; forgotten in every process when public content changes.
    "renditions": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "renditions",
        "TIMEOUT": 3600,
        "KEY_FUNCTION": "vicinia.core.page_cache.keys.by_generation",
        "OPTIONS": {"MAX_ENTRIES": 2_000},
    },
}

TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        # `slow` holds imports, exports and sends, so that a reader's mail never waits behind them.
        "QUEUES": ["default", "slow"],
    }
}

# People -----------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "reserved_area"
LOGOUT_REDIRECT_URL = reverse_lazy("wagtail_serve", args=[""])
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_FORMS = {
    "login": "vicinia.accounts.entrance.LoginForm",
    "signup": "vicinia.accounts.entrance.SignupForm",
    "reset_password": "vicinia.accounts.entrance.ResetPasswordForm",
    "reset_password_from_key": "vicinia.accounts.entrance.ResetPasswordKeyForm",
    "change_password": "vicinia.accounts.entrance.ChangePasswordForm",
    "reauthenticate": "vicinia.accounts.entrance.ReauthenticateForm",
    "add_email": "vicinia.accounts.entrance.AddEmailForm",
}
ACCOUNT_SIGNUP_FORM_CLASS = "vicinia.accounts.forms.SignupForm"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_CONFIRM_EMAIL_ON_GET = False
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = BASE_URL.split(":", 1)[0]
ACCOUNT_PREVENT_ENUMERATION = True
SESSION_COOKIE_NAME = "vicinia_session"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
CSRF_FAILURE_VIEW = "vicinia.core.errors.csrf_failure"

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

# Files ------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "build" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
PRIVATE_ROOT = VAR / "private"
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    # What people upload: never under MEDIA_URL, streamed through a permission check.
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": PRIVATE_ROOT, "base_url": None},
    },
}
UPLOAD_MAX_MB = read(
    "UPLOAD_MAX_MB", "int", 20, "Largest file that a person may attach, in MB.", check=between(1, 1000)
)
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000

# Mail -------------------------------------------------------------------------------------------

MAIL_FOLDER = VAR / "mail"
EMAIL_URL = read(
    "EMAIL_URL",
    "str",
    "",
    "Mail server: smtp+tls://user:password@host:587, smtp+ssl://…:465 or smtp://host:25; "
    "empty: kept in VAR_DIR/mail.",
    check=address("smtp", "smtp+tls", "smtp+ssl"),
)
# Without a server, mails are kept in a folder and read at /posta-demo/.
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend" if EMAIL_URL else "vicinia.core.mail.backend.FolderBackend"
)
_mail = urlsplit(EMAIL_URL)
EMAIL_HOST = _mail.hostname or "localhost"
EMAIL_PORT = _mail.port or {"smtp+tls": 587, "smtp+ssl": 465}.get(_mail.scheme, 25)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_mail.username or ""), unquote(_mail.password or "")
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.scheme == "smtp+tls", _mail.scheme == "smtp+ssl"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = read(
    "FROM_EMAIL",
    "str",
    "Comune <noreply@comune.example>",
    "Sender of every mail of the platform.",
    check=mailbox,
)

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
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "ods", "pdf", "pptx", "rtf", "txt", "xlsx", "zip", "epub"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = UPLOAD_MAX_MB * 1024 * 1024
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAILADMIN_COMMENTS_ENABLED = True
WAGTAIL_PASSWORD_REQUIRED = True

# Safety -----------------------------------------------------------------------------------------

# Wagtail lifts it for its own previews.
X_FRAME_OPTIONS = "DENY"
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

LOG_LEVEL = read(
    "LOG_LEVEL",
    "str",
    "INFO",
    "Least severe messages to write: DEBUG, INFO, WARNING or ERROR.",
    check=one_of("DEBUG", "INFO", "WARNING", "ERROR"),
)
LOG_FORMAT = read(
    "LOG_FORMAT", "str", "text", "Form of the log lines: text or json.", check=one_of("text", "json")
)
LOGGING_CONFIG = "vicinia.core.logs.configure"
LOGGING = {"level": LOG_LEVEL, "format": LOG_FORMAT}

SILENCED_SYSTEM_CHECKS: list[str] = []
