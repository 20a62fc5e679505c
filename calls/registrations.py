"""What calls add to the registries of the foundation; called once, when the app is ready."""

from __future__ import annotations

from vicinia.core import demo, reserved_area
from vicinia.core.staff import grants
from vicinia.core.staff.grants import ALL, VIEW, Grant

WRITERS = ("calls_office", "responsible_official", "administrator")
READERS = ("director", "transparency_officer")


def connect() -> None:
    """Fill the registries and listen to events."""
    from . import demo_loader
    from .applications import listeners
    from .applications.queries import applications_panel

    listeners.connect()
    demo.loaders.register("calls", demo_loader.load_calls, order=70)
    reserved_area.panels.register("calls.applications", applications_panel, order=40)
    grants.grants.register(
        "calls",
        [
            *(Grant(role, "calls.call", (*ALL, "publish_call")) for role in WRITERS),
            *(Grant(role, "calls.application", VIEW) for role in WRITERS),
            *(Grant(role, "calls.call", VIEW) for role in READERS),
        ],
    )
