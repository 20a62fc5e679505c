"""Needs, services and their pages."""

from __future__ import annotations

import factory

from tests.factories.pages import PublicPageFactory, list_page
from tests.factories.territory import UnitFactory, WorkAreaFactory
from vicinia.directory.models import Need, Service, ServicePage, ServicesIndexPage


def services_index() -> ServicesIndexPage:
    """The list of services."""
    return list_page(ServicesIndexPage, "servizi", "Servizi")


class NeedFactory(factory.django.DjangoModelFactory):
    """A need as people say it."""

    class Meta:
        model = Need

    name = factory.Sequence(lambda number: f"Bisogno {number:04d}")
    slug = factory.Sequence(lambda number: f"bisogno-{number}")


class ServiceFactory(factory.django.DjangoModelFactory):
    """An active service."""

    class Meta:
        model = Service

    name = factory.Sequence(lambda number: f"Servizio {number:04d}")
    area = factory.SubFactory(WorkAreaFactory)
    unit = factory.SubFactory(UnitFactory)


class ServicePageFactory(PublicPageFactory):
    """The published page of a service, with all that the municipal model asks for."""

    class Meta:
        model = ServicePage

    service = factory.SubFactory(ServiceFactory)
    title = factory.LazyAttribute(lambda page: page.service.name)
    usual_parent = staticmethod(services_index)
    who_for = "<p>Chi ha più di 65 anni.</p>"
    description = "<p>Un pasto caldo a casa.</p>"
    how_to = "<p>Chiama lo sportello.</p>"
    obtained = "<p>Un pasto al giorno.</p>"
    access = [("channel", {"kind": "phone", "label": "0000 123456", "url": ""})]
