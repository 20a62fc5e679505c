"""An installation open to the public: HTTPS, a key of its own, known host names."""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import EMAIL_URL
from .env import at_least, between, read, required
from .people import asks_staff_for_a_second_factor

DEBUG = False
SECRET_KEY = required(
    "SECRET_KEY", "str", "A long random text, different for every installation.", check=at_least(50)
)
SECRET_KEY_FALLBACKS = read(
    "SECRET_KEY_FALLBACKS",
    "list",
    [],
    "Former values of SECRET_KEY, separated by commas: what was made with them still works.",
)
ALLOWED_HOSTS = required("ALLOWED_HOSTS", "list", "Host names of the site, separated by commas.")
CSRF_TRUSTED_ORIGINS = [f"https://{host.lstrip('.')}" for host in ALLOWED_HOSTS]
DEMO = read("DEMO", "bool", False, "1 loads the demo municipality into an empty database.")
STAFF_SECOND_FACTOR = asks_staff_for_a_second_factor(demo=DEMO)
if not (EMAIL_URL or DEMO):
    # A receipt written to a folder that nobody reads would be worse than not starting.
    raise ImproperlyConfigured("EMAIL_URL is missing: the mail server of the site. See docs/operating.md.")

# The proxy in front ends TLS; it must set X-Forwarded-Proto itself and drop what the client sent.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
ALLAUTH_TRUSTED_PROXY_COUNT = read(
    "PROXY_COUNT",
    "int",
    1,
    "Proxies in front of the site that add to X-Forwarded-For; rate limits read the reader's address by it.",
    check=between(0, 9),
)
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
