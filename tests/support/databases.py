"""Which database this process is connected to, and what it remembers of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.db import connection

from tests.support.environment import OWN, store
from vicinia.core.page_cache import generation
from vicinia.core.page_cache.store import pages as page_store


@contextmanager
def own_database(name: str, template: str) -> Iterator[None]:
    """Make a database from a template and connect to it; it ends here or, on a disk, with the process."""
    store.drop(name)
    store.copy(name, template)
    with connected_to(name):
        yield
    if store.drops_quickly:
        store.drop(name)


def drop_own() -> None:
    """Drop all databases of this process."""
    for name in store.names(OWN):
        if name == OWN or name.startswith(f"{OWN}_"):
            store.drop(name)


@contextmanager
def connected_to(name: str) -> Iterator[None]:
    """Point Django's connection, and those that threads will open, to another database."""
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = store.django_name(name)
    forget()
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before
        forget()


def forget() -> None:
    """Empty whatever this process keeps in memory."""
    for cache in caches.all(initialized_only=True):
        cache.clear()
    page_store.clear()
    generation.forget()
    ContentType.objects.clear_cache()
