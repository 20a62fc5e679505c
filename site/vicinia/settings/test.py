"""Settings of the tests: the same components, with quick hashes and tasks run at once."""

from .base import *  # noqa: F403
from .base import CACHES, DATABASES, STORAGES, VAR

DEBUG = False
SECRET_KEY = "only-for-tests"  # noqa: S105 - guards nothing
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": ["default", "slow"]}
}
# Drawing takes seconds; the test that looks at it asks for it.
AVIF_PICTURES = False
MEDIA_ROOT = VAR / "test-media"
PRIVATE_ROOT = VAR / "test-private"
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "private": {**STORAGES["private"], "OPTIONS": {"location": PRIVATE_ROOT, "base_url": None}},
}
# A test opens many short connections from threads: a pool would keep them past the test database.
DATABASES["default"].get("OPTIONS", {}).pop("pool", None)
# In memory: a test that asks for no database may still use the cache.
CACHES = {**CACHES, "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
