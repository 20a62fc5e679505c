"""Registers the ledger's screens."""

from wagtail import hooks

from .viewsets import ParticipationViewSet


@hooks.register("register_admin_viewset")
def register_participation() -> ParticipationViewSet:
    """Serve the ledger's list and forms."""
    return ParticipationViewSet("partecipazione")
