"""The shared cache, asked once a generation for what every link of every page needs.

Wagtail keeps the addresses of sites in the default cache and reads them there for each page whose
address it writes: thirty questions to the database on the home page.
"""

from __future__ import annotations

from typing import Any

from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.db import DatabaseCache
from django.core.cache.backends.redis import RedisCache
from wagtail.models.sites import SITE_ROOT_PATHS_CACHE_KEY

from vicinia.core.page_cache.kept import KeptByGeneration

_kept: KeptByGeneration[Any] = KeptByGeneration()


class RemembersSites(BaseCache):
    """Holds the addresses of sites in the process; whatever changes them makes the generation grow."""

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """Read from memory what has not changed since."""
        if key != SITE_ROOT_PATHS_CACHE_KEY:
            return super().get(key, default, version)
        return _kept.get(version, lambda: super(RemembersSites, self).get(key, default, version))

    def set(self, key: Any, value: Any, timeout: Any = None, version: int | None = None) -> None:
        """Write, and read again next time."""
        _forget(key)
        super().set(key, value, timeout, version)

    def delete(self, key: Any, version: int | None = None) -> bool:
        """Delete, and read again next time."""
        _forget(key)
        return super().delete(key, version)


class SharedDatabaseCache(RemembersSites, DatabaseCache):
    """In the database: no other program on a small town's machine."""


class SharedRedisCache(RemembersSites, RedisCache):
    """In Redis, where REDIS_URL says."""


def _forget(key: Any) -> None:
    if key == SITE_ROOT_PATHS_CACHE_KEY:
        _kept.clear()
