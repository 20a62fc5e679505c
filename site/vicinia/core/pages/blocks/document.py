"""One file to download. New pages use «Documents»; what was written with this goes on as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.documents.blocks import DocumentChooserBlock

from vicinia.core.pages.documents import material_of

from .examples import materials
from .groups import LINKS
from .shown import ShownByComponents


class DocumentBlock(ShownByComponents, DocumentChooserBlock):
    """One file to download."""

    class Meta:
        label = _("document")
        icon = "doc-full"
        group = LINKS
        template = "blocks/document.html"
        description = _("One file to download, with its type and size.")

    def components(self, value: Any, context: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the file, nothing where it is no longer in the library."""
        return {"materials": (material_of(value),) if value else ()}

    def example(self) -> Mapping[str, Any]:
        """Show a file that is not there."""
        return {"materials": materials()[:1]}


DECONSTRUCT_ALIASES = {DocumentBlock: "wagtail.documents.blocks.DocumentChooserBlock"}
