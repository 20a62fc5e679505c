"""Loads the demo's emergencies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import transaction

from vicinia.core.demo import moment, read_yaml
from vicinia.core.demo_content import body, picture
from vicinia.core.pages.tree import ensure_page, home_page

from .situations.pages import EmergenciesIndexPage, EmergencyPage, EmergencyUpdate

FILE = Path(__file__).parent / "demo" / "emergencies.yaml"


@transaction.atomic
def load_emergencies() -> None:
    """Create the emergencies that are not there yet."""
    parent = ensure_page(
        home_page(),
        EmergenciesIndexPage(
            title="Emergenze",
            slug="emergenze",
            summary="Che cosa fare e dove andare quando succede qualcosa di grave, "
            "e come sono andate le volte passate.",
        ),
    )
    for entry in read_yaml(FILE):
        if not EmergencyPage.objects.child_of(parent).filter(slug=entry["key"]).exists():
            load_page(parent, entry)


def load_page(parent: EmergenciesIndexPage, entry: dict[str, Any]) -> None:
    """Create and publish the page with its updates."""
    page = EmergencyPage(
        title=entry["title"],
        slug=entry["key"],
        summary=entry["summary"],
        image=picture(entry["image"]),
        image_alt=entry["image_alt"],
        started_at=moment(entry["started"]),
        ended_at=moment(entry["ended"]) if entry.get("ended") else None,
        numbers=[
            ("number", {"label": each["label"], "phone": each["value"], "note": each["note"]})
            for each in entry["numbers"]
        ],
        help_points=[("point", help_point(each)) for each in entry["help_points"]],
        body=body(entry["after"]),
    )
    page.updates = [
        EmergencyUpdate(at=moment(each["when"]), title=each["title"], text=plain(each["text"]))
        for each in entry["updates"]
    ]
    ensure_page(parent, page)


def help_point(entry: dict[str, Any]) -> dict[str, Any]:
    """Return a help point as its block keeps it."""
    return {
        "name": entry["name"],
        "kind": entry["kind"],
        "address": entry["address"],
        "what": entry["note"],
        "hours": entry["hours"],
        "is_open": entry["open"],
    }


def plain(text: str) -> str:
    """Return the words of a Markdown text, in one line."""
    return " ".join(text.replace("**", "").split())
