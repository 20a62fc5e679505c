"""The number that every web process compares to know whether its cached pages still hold."""

from django.db import models


class CacheGeneration(models.Model):
    """A single row; its number grows whenever anything that a public page shows has changed."""

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)
