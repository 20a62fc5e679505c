"""All that the database says of bodies, to see that something left it as it was."""

from __future__ import annotations

from typing import Any

from django.apps import apps

from partners.dossier.models import DossierVersion
from partners.merging.models import MergeRecord
from partners.organisations.models import Organisation
from vicinia.core.merging import relations_to


def everything_of_bodies() -> dict[str, list[dict[str, Any]]]:
    """Return all rows that say or point to a body, and the versions of its documents."""
    pointing = {relation.model for relation in relations_to(Organisation)}
    models = {Organisation, DossierVersion, *pointing} - {MergeRecord}
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in models
        if apps.is_installed(model._meta.app_config.name)
    }
