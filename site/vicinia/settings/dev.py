"""What `make run` serves on one machine: production's behaviour, with a local key and plain HTTP."""

from .base import *  # noqa: F403
from .base import BASE_URL, PORT, VAR
from .env import read
from .local_key import local_secret_key

DEBUG = read("DEBUG", "bool", False, "1 shows the developers' error pages and the component gallery.")
SECRET_KEY = local_secret_key(VAR)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [f"http://localhost:{PORT}", BASE_URL]
