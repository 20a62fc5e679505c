"""Files of the library as pages offer them: type, size, language are said before the click."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from wagtail.documents.models import AbstractDocument

from vicinia.core.components import Material, Text
from vicinia.core.formats import file_size

PDF = "pdf"
# A scan as large as this is read by nobody on a telephone, nor by us for two facts.
LARGEST_READ = 50_000_000


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a file says of itself: tagged for screen readers (None: unknown), language ("it" or nothing)."""

    is_tagged: bool | None = None
    language: str = ""


# By name and size: the library never writes another file over the first one.
_known: dict[tuple[str, int], DocumentFacts] = {}


def material_of(
    document: AbstractDocument, *, title: Text = "", language: Text = "", summary: Text = ""
) -> Material:
    """Return a file as the component shows it; what is not given is what the library or the file says."""
    size = document.file_size or 0
    facts = facts_of(document)
    return Material(
        title or document.title,
        document.url,
        _type_in_words(document.file_extension, facts.is_tagged),
        file_size(size) if size else "",
        language or _language_in_words(facts.language),
        summary,
    )


def facts_of(document: AbstractDocument) -> DocumentFacts:
    """Return what the file says of itself; read once in each process."""
    size = document.file_size or 0
    if document.file_extension.lower() != PDF or not 0 < size <= LARGEST_READ:
        return DocumentFacts()
    key = (document.file.name, size)
    if key not in _known:
        _known[key] = _read(document)
    return _known[key]


def _read(document: AbstractDocument) -> DocumentFacts:
    try:
        with document.open_file() as file:
            root = PdfReader(file).root_object
            info = root.get("/MarkInfo")
            is_marked = bool(info and info.get_object().get("/Marked"))
            return DocumentFacts(is_marked and "/StructTreeRoot" in root, str(root.get("/Lang", "")))
    except (OSError, PyPdfError, AttributeError, ValueError, TypeError, KeyError, RecursionError):
        return DocumentFacts()


def _type_in_words(extension: str, is_tagged: bool | None) -> str:
    if is_tagged is None:
        return extension.upper()
    return _("accessible PDF") if is_tagged else _("PDF not made for screen readers")


def _language_in_words(code: str) -> str:
    try:
        return get_language_info(code.split("-")[0].lower())["name_local"] if code else ""
    except KeyError:
        return ""
