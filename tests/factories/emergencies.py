"""Emergencies and their pages."""

from __future__ import annotations

from datetime import timedelta

import factory
from django.utils import timezone

from tests.factories.pages import PublicPageFactory, list_page
from vicinia.emergencies.models import EmergenciesIndexPage, EmergencyPage


def emergencies_index() -> EmergenciesIndexPage:
    """The list of emergencies."""
    return list_page(EmergenciesIndexPage, "emergenze", "Emergenze")


class EmergencyPageFactory(PublicPageFactory):
    """An emergency going on since yesterday."""

    class Meta:
        model = EmergencyPage

    title = factory.Sequence(lambda number: f"Emergenza {number:04d}")
    usual_parent = staticmethod(emergencies_index)
    started_at = factory.LazyFunction(lambda: timezone.now() - timedelta(days=1))
