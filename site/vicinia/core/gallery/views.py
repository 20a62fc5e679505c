"""The gallery page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template, render_to_string
from django.utils.safestring import SafeString, mark_safe

from vicinia.core.components import Crumb, Hero, Text
from vicinia.core.pages.blocks import BodyBlock

from .examples import EXAMPLES, Example
from .examples.shell import AROUND_THE_PAGE, SHELL

DOCUMENTATION = re.compile(r"\{% comment %\}\n(.*?)\n\{% endcomment %\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shown:
    """An example with the HTML it makes."""

    example: Example
    html: SafeString


@dataclass(frozen=True, slots=True)
class Entry:
    """A component as the gallery shows it: its file, its documented parameters, its examples."""

    name: str
    documentation: str
    shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block of a page's body as its preview shows it."""

    name: str
    label: Text
    description: Text
    html: SafeString


def documentation(name: str) -> str:
    """Return the comment that opens a component's template: what it is for and its parameters."""
    source: str = get_template(f"components/{name}").template.source  # type: ignore[attr-defined]
    found = DOCUMENTATION.search(source)
    return found.group(1) if found else ""


def entries() -> Iterator[Entry]:
    """Render every example of every component."""
    for name, examples in EXAMPLES.items():
        if examples is AROUND_THE_PAGE:
            continue
        shown = tuple(Shown(example, still(name, example)) for example in examples)
        yield Entry(name, documentation(name), shown)


def body_blocks() -> Iterator[ShownBlock]:
    """Render the preview of every block of a page's body."""
    for name, block in BodyBlock().child_blocks.items():
        value = block.get_preview_value()
        html = block.render(value, block.get_preview_context(value, {}))
        yield ShownBlock(name, block.label, block.get_description(), html)


def still(name: str, example: Example) -> SafeString:
    """Render an example that does not take the focus: an error summary would scroll to itself at once."""
    html = render_to_string(f"components/{name}", dict(example.context))
    return mark_safe(html.replace(" data-focus", ""))  # noqa: S308 - a template's output, already escaped


def gallery_context() -> dict[str, Any]:
    """Return what the page shows."""
    return {
        "shell": SHELL,
        "hero": Hero(
            "Componenti",
            "Le parti di cui sono fatte le pagine, con i loro parametri e dati di esempio.",
            kicker="Solo in sviluppo",
        ),
        "breadcrumbs": (Crumb("Home", "/"), Crumb("Componenti")),
        "entries": tuple(entries()),
        "blocks": tuple(body_blocks()),
    }


def gallery(request: HttpRequest) -> HttpResponse:
    """Show every component with its parameters and examples."""
    return render(request, "gallery/index.html", gallery_context())
