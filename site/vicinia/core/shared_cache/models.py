"""The table behind Django's database cache, made by a migration so that no command is needed."""

from django.db import models


class CacheEntry(models.Model):
    """One entry, in the columns that `createcachetable` would make; only Django's cache touches it."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.cache_key
