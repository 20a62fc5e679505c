"""What `make run` serves on one machine: production's behaviour, with a local key and plain HTTP."""

from urllib.parse import urlsplit

from .base import *  # noqa: F403
from .base import BASE_URL, PORT, VAR
from .env import read
from .local_key import local_secret_key

DEBUG = read("DEBUG", "bool", False, "1 shows the developers' error pages and the component gallery.")
SECRET_KEY = local_secret_key(VAR)
# Shown to colleagues on the office's network, the site answers by the name that BASE_URL gives it.
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", urlsplit(BASE_URL).hostname]
# Browsers give passkeys to http://localhost too.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
CSRF_TRUSTED_ORIGINS = [f"http://localhost:{PORT}", BASE_URL]
