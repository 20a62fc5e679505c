"""Registers the office's screens of organisations and schools."""

from collections.abc import Sequence

from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet

from .agreements.viewsets import agreement_viewset
from .dossier.viewsets import version_viewset
from .organisations.bulk import AskConfirmation, ExportOrganisations, VerifyOrganisations
from .organisations.viewsets import organisation_viewset
from .schools.viewsets import school_viewsets


@hooks.register("register_admin_viewset")
def register_viewsets() -> Sequence[ViewSet]:
    """Each one puts itself in its menu group."""
    return [organisation_viewset, agreement_viewset, version_viewset, *school_viewsets]


for action in (VerifyOrganisations, AskConfirmation, ExportOrganisations):
    hooks.register("register_bulk_action", action)
