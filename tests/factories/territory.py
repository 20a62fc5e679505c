"""Topics, target groups, areas, places and offices: what contents point to."""

from __future__ import annotations

import factory

from vicinia.territory.models import Area, Place, TargetGroup, Topic, Unit, WorkArea


class _NamedFactory(factory.django.DjangoModelFactory):
    """A record known by its slug."""

    class Meta:
        abstract = True

    slug = factory.Sequence(lambda number: f"voce-{number}")


class TopicFactory(_NamedFactory):
    """A topic of the municipal model."""

    class Meta:
        model = Topic

    name = factory.Sequence(lambda number: f"Argomento {number:04d}")


class TargetGroupFactory(_NamedFactory):
    """Whom something is for."""

    class Meta:
        model = TargetGroup

    name = factory.Sequence(lambda number: f"Destinatari {number:04d}")


class WorkAreaFactory(_NamedFactory):
    """One of the areas of the office."""

    class Meta:
        model = WorkArea

    name = factory.Sequence(lambda number: f"Area {number:04d}")


class AreaFactory(_NamedFactory):
    """A neighbourhood."""

    class Meta:
        model = Area

    name = factory.Sequence(lambda number: f"Quartiere {number:04d}")


class PlaceFactory(_NamedFactory):
    """A place open to the public."""

    class Meta:
        model = Place

    name = factory.Sequence(lambda number: f"Luogo {number:04d}")
    kind = "Sportello"
    summary = "Dove ti ascoltiamo."
    street = "Via dei Tintori 14"
    postcode = "00000"
    how_to_reach = "Linea 3, fermata Tintori."
    phone = "0000 123456"
    email = "sportello@comune.example"
    hours = "Da lunedì a venerdì, 9-13"


class UnitFactory(_NamedFactory):
    """An office that answers, at a place."""

    class Meta:
        model = Unit

    name = factory.Sequence(lambda number: f"Ufficio {number:04d}")
    phone = "0000 654321"
    email = "ufficio@comune.example"
    place = factory.SubFactory(PlaceFactory)
