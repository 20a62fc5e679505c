"""What the directory of associations adds to the platform's registries."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.organisations.events import OrganisationStatusChanged
from vicinia.core import events
from vicinia.core.components import Button
from vicinia.core.demo import loaders
from vicinia.core.merging import Follower, followers
from vicinia.core.page_cache import public_content_changed
from vicinia.core.reserved_area import body_actions
from vicinia.core.search import Source, sources

from .demo_loader import load_help
from .queries import ASSOCIATIONS, find_by_words, listed_names


def register() -> None:
    """Called once when the application starts."""
    followers.register("directory.HelpOffered.organisation", Follower(gettext_lazy("help offered")))
    loaders.register("directory.associations", load_help, order=51)
    sources.register("directory.associations", Source(ASSOCIATIONS, find_by_words, listed_names), order=50)
    body_actions.register("directory.associations", help_action)
    events.on(OrganisationStatusChanged)(show_or_hide)


def help_action(organisation_id: int) -> Button:
    """The button by which a body says whom it helps."""
    url = reverse("associations:help_offered", args=[organisation_id])
    return Button(_("Whom you help"), url, style="outline")


def show_or_hide(event: OrganisationStatusChanged) -> None:
    """A body enters the directory when it is verified and leaves it when it is suspended."""
    public_content_changed()
