"""A thousand pages or records at the cost of a few statements: no signal, no revision, no index."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.text import slugify
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

AnyPage = TypeVar("AnyPage", bound=Page)


def add_pages(parent: Page, pages: Sequence[AnyPage]) -> Sequence[AnyPage]:
    """Publish new pages of one type right below `parent`, in their order.

    Django refuses to insert a page and its base row in bulk: here the base rows go first, then the
    rows of the type itself.
    """
    model = type(pages[0])
    content_type = ContentType.objects.get_for_model(model)
    # Moves and deletions leave gaps: the last child's number, not how many there are.
    last = parent.get_last_child()
    taken = Page._str2int(last.path[-Page.steplen :]) if last else 0
    for number, page in enumerate(pages, start=taken + 1):
        page.depth = parent.depth + 1
        page.path = Page._get_path(parent.path, page.depth, number)
        page.slug = page.slug or slugify(f"{page.title}-{number}")
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.draft_title = page.title
        page.locale_id = parent.locale_id
        page.content_type = content_type
    names = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    rows = Page.objects.bulk_create(Page(**{name: getattr(page, name) for name in names}) for page in pages)
    for page, row in zip(pages, rows, strict=True):
        page.pk = page.page_ptr_id = row.pk
    model._base_manager.get_queryset()._batched_insert(pages, model._meta.local_concrete_fields, None)
    parent.numchild += len(pages)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild)
    return pages


def link(field: models.ManyToManyField, ones: Sequence[models.Model], other: models.Model) -> None:
    """Point a many-to-many field of every object to one other, in one statement."""
    through = field.remote_field.through
    names = {"one": field.m2m_field_name(), "other": field.m2m_reverse_field_name()}
    through.objects.bulk_create(through(**{names["one"]: one, names["other"]: other}) for one in ones)


def make_findable(objects: Sequence[models.Model]) -> None:
    """Put objects of one type into the search index."""
    get_search_backend().add_bulk(type(objects[0]), objects)
