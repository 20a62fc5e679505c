"""How a block reaches its template: as components, made from its value or, in a preview, from an example."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.definition_lookup import BlockDefinitionLookupBuilder

EXAMPLE = "example_of_the_block"


class ShownByComponents(blocks.Block):
    """A block whose template shows components.

    `components` makes them from the value; `example` gives those of the preview, where the value would
    need pictures, files or records that an empty site does not have.
    """

    def components(self, value: Any, context: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return what the template shows; `context` is that of the page."""
        raise NotImplementedError

    def example(self) -> Mapping[str, Any]:
        """Return what the template shows in the preview; nothing where the preview's value says it all."""
        return {}

    def get_context(self, value: Any, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Add the components."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        shown: Mapping[str, Any] = context.get(EXAMPLE) or self.components(value, context)
        return {**context, **shown}

    def get_preview_context(
        self, value: Any, parent_context: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """Show the example."""
        return {**(parent_context or {}), EXAMPLE: self.example()}


class TitledBlock(ShownByComponents, blocks.StructBlock):
    """A group of things under a title of its own, or under none.

    `level` is the heading level of the things: one below the title, and never a level skipped without it.
    """

    title = blocks.CharBlock(
        label=_("title"),
        max_length=120,
        required=False,
        help_text=_("Empty where the text above already says what follows."),
    )

    def get_context(self, value: Any, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Add the heading level."""
        return {**super().get_context(value, parent_context), "level": 3 if value["title"] else 2}


class OwnListBlock(blocks.ListBlock):
    """A list of one kind of thing, which migrations know as Wagtail's list."""

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Name Wagtail's class."""
        return "wagtail.blocks.ListBlock", (self.child_block,), {}

    def deconstruct_with_lookup(
        self, lookup: BlockDefinitionLookupBuilder
    ) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Name Wagtail's class."""
        return "wagtail.blocks.ListBlock", (lookup.add_block(self.child_block),), {}
