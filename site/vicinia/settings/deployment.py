"""What differs from one installation to another: each value comes from the environment (see env.py)."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from .env import (
    address,
    between,
    database,
    day_of_year,
    env,
    folder,
    host_name,
    mailbox,
    month_and_day,
    one_of,
    read,
)

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
AVIF_PICTURES = read(
    "AVIF_PICTURES",
    "bool",
    True,
    "1 draws pictures as AVIF too, in the background: a third lighter, a second or two of work for each.",
)
PEERTUBE_HOST = read(
    "PEERTUBE_HOST",
    "str",
    "",
    "Host of the municipality's own PeerTube, whose videos pages may show: video.comune.example.",
    check=host_name,
)
DEMO = read("DEMO", "bool", True, "1 loads the demo municipality into an empty database.")
WEB_WORKERS = read("WEB_WORKERS", "int", 1, "Web processes.", check=between(1, 64))
WEB_THREADS = read("WEB_THREADS", "int", 4, "Threads of each web process.", check=between(1, 128))
TASK_WORKERS = read("TASK_WORKERS", "int", 1, "Worker processes of each task queue.", check=between(1, 32))

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
INVITATION_DAYS = read(
    "INVITATION_DAYS", "int", 7, "Days for which an invitation to act for a body holds.", check=between(1, 60)
)
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000

# Register of associations ------------------------------------------------------------------------

ORGANISATION_CONFIRMATION_DEADLINE = month_and_day(
    read(
        "ORGANISATION_CONFIRMATION_DEADLINE",
        "str",
        "01-31",
        "Last day of each year, as month-day, on which bodies confirm the data of that year.",
        check=day_of_year,
    )
)

# How long records are kept: cautious until the municipality confirms its own terms -------------

RETENTION_ACCOUNT_MONTHS = read(
    "RETENTION_ACCOUNT_MONTHS",
    "int",
    24,
    "Months without a sign-in after which an account is deleted, to be confirmed by the municipality.",
    check=between(2, 120),
)
RETENTION_ACCESSES_YEARS = read(
    "RETENTION_ACCESSES_YEARS",
    "int",
    2,
    "Years for which accesses to personal data are kept, to be confirmed by the municipality.",
    check=between(1, 10),
)
RETENTION_AUDIT_YEARS = read(
    "RETENTION_AUDIT_YEARS",
    "int",
    10,
    "Years for which the trail of operations is kept, to be confirmed by the municipality.",
    check=between(1, 40),
)
RETENTION_MEMBERS_MONTHS = read(
    "RETENTION_MEMBERS_MONTHS",
    "int",
    12,
    "Months for which settled invitations and requests to act for a body are kept, to be confirmed by the "
    "municipality.",
    check=between(1, 120),
)
RETENTION_CONSENTS_YEARS = read(
    "RETENTION_CONSENTS_YEARS",
    "int",
    5,
    "Years for which former subscribers' consents are kept, to be confirmed by the municipality.",
    check=between(1, 20),
)
ERASURE_GRACE_DAYS = read(
    "ERASURE_GRACE_DAYS",
    "int",
    14,
    "Days in which a person who asked to be deleted can change their mind.",
    check=between(0, 25),
)

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

# Logs ------------------------------------------------------------------------------------------

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
