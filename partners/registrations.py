"""What organisations and schools add to the platform's registries."""

from vicinia.core.demo import loaders
from vicinia.core.reserved_area import panels

from .demo_loader import load_partners
from .organisations.screens import panel as organisations_panel
from .schools.screens import panel as schools_panel


def register() -> None:
    """Called once when the application starts."""
    loaders.register("partners", load_partners, order=30)
    panels.register("partners.organisations", organisations_panel, order=20)
    panels.register("partners.schools", schools_panel, order=30)
