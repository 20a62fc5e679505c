"""Files to download."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from vicinia.core.pages.documents import material_of

from .examples import materials
from .groups import LINKS
from .shown import TitledBlock


class FileBlock(blocks.StructBlock):
    """One of the files."""

    document = DocumentChooserBlock(label=_("file"))
    name = blocks.CharBlock(
        label=_("name shown"),
        max_length=150,
        required=False,
        help_text=_("Empty: the title that the file has in the library."),
    )
    language = blocks.CharBlock(
        label=_("language"),
        max_length=40,
        required=False,
        help_text=_("As its speakers write it: English, عربي. Empty: what the file says of itself."),
    )
    summary = blocks.CharBlock(
        label=_("what it is for"),
        max_length=200,
        required=False,
        help_text=_("For example: to hang in the hall, A3."),
    )


class DocumentsBlock(TitledBlock):
    """Files to download: type, size, language and whether screen readers read them, before the click."""

    files = blocks.ListBlock(FileBlock(label=_("file")), label=_("files"))

    class Meta:
        label = _("documents")
        icon = "doc-full-inverse"
        group = LINKS
        template = "blocks/documents.html"
        description = _("Files to download. Type, size and language are said by themselves.")

    def components(self, value: Any, context: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the files that the library still has."""
        return {
            "materials": tuple(
                material_of(
                    each["document"], title=each["name"], language=each["language"], summary=each["summary"]
                )
                for each in value["files"]
                if each["document"]
            )
        }

    def get_preview_value(self) -> Any:
        """Give the preview a title; the files are the example's."""
        return self.normalize({"title": "Da scaricare", "files": []})

    def example(self) -> Mapping[str, Any]:
        """Show files that are not there."""
        return {"materials": materials()}
