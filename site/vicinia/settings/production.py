"""An installation open to the public: HTTPS, a key of its own, known host names."""

from .base import *  # noqa: F403
from .base import read
from .env import required

DEBUG = False
SECRET_KEY = required("SECRET_KEY", "str", "A long random text, different for every installation.")
ALLOWED_HOSTS = required("ALLOWED_HOSTS", "list", "Host names of the site, separated by commas.")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
DEMO = read("DEMO", "bool", False, "1 loads the demo municipality into an empty database.")

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
