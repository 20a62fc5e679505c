"""Documents as results: only those that a page that anybody may read offers."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, CharField, QuerySet
from django.db.models.functions import Cast
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from modelsearch.backends.base import BaseSearchResults
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.models import CollectionViewRestriction, Page, ReferenceIndex
from wagtail.search.backends import get_search_backend

from vicinia.core.search import Hit

from .pages import public_pages

DOCUMENTS = _("Documents")


@dataclass(frozen=True, slots=True)
class DocumentsFound:
    """Documents that match, the most relevant first."""

    results: BaseSearchResults

    def count(self) -> int:
        """Count them."""
        found: int = self.results.count()
        return found

    def part(self, start: int, stop: int) -> list[Hit]:
        """Return some of them."""
        return [hit_of(document) for document in self.results[start:stop]]


def find_documents(words: str) -> DocumentsFound:
    """Search the titles of the documents that a public page of the active language offers."""
    return DocumentsFound(get_search_backend().search(words, offered_documents(), operator="and"))


def offered_documents() -> QuerySet[AbstractDocument]:
    """Return the documents that public pages link, without those of a private collection.

    What links what is in Wagtail's index of references, which follows pages as they are published: a
    document that only a draft links is not there.
    """
    types = ContentType.objects.get_for_models(Page, get_document_model())
    readers = public_pages().annotate(as_text=Cast("pk", CharField())).values("as_text")
    links = ReferenceIndex.objects.filter(
        base_content_type=types[Page],
        object_id__in=readers,
        to_content_type=types[get_document_model()],
    )
    numbers = links.annotate(number=Cast("to_object_id", BigIntegerField())).values("number")
    offered: QuerySet[AbstractDocument] = get_document_model().objects.filter(pk__in=numbers)
    for path in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
        offered = offered.exclude(collection__path__startswith=path)
    return offered


def hit_of(document: AbstractDocument) -> Hit:
    """Return a document as a result: its title, its type and size."""
    size = filesizeformat(document.file_size) if document.file_size else ""
    kind = document.file_extension.upper()
    return Hit(DOCUMENTS, document.title, document.url, ", ".join(filter(None, (kind, size))))
