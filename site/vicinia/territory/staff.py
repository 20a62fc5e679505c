"""Places, offices and the vocabularies in the staff's admin."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from vicinia.core.staff import menu

from .models import AgeBand, Area, Place, TargetGroup, Topic, Unit, WorkArea


class PlaceViewSet(SnippetViewSet):
    """Places open to the public."""

    model = Place
    icon = "site"
    list_display = ["name", "kind", "street", "area", "address_is_reserved"]
    list_filter = ["area", "address_is_reserved"]
    search_fields = ["name", "summary", "street"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Place]:
        """Read the neighbourhoods with the places."""
        return Place.objects.select_related("area")


class UnitViewSet(SnippetViewSet):
    """Offices that answer for services."""

    model = Unit
    icon = "group"
    list_display = ["name", "phone", "email", "place"]
    search_fields = ["name"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Unit]:
        """Read the places with the offices."""
        return Unit.objects.select_related("place")


class TopicViewSet(SnippetViewSet):
    """Topics of the municipal model."""

    model = Topic
    icon = "tag"
    list_display = ["name", "description"]
    search_fields = ["name"]


class TargetGroupViewSet(SnippetViewSet):
    """Whom contents are for."""

    model = TargetGroup
    icon = "user"
    list_display = ["name", "description"]


class WorkAreaViewSet(SnippetViewSet):
    """The ten areas of the office."""

    model = WorkArea
    icon = "folder-open-inverse"
    list_display = ["name", "order"]


class AreaViewSet(SnippetViewSet):
    """Neighbourhoods with their inhabitants."""

    model = Area
    icon = "home"
    list_display = ["name", "people"]


class AgeBandViewSet(SnippetViewSet):
    """Residents by age."""

    model = AgeBand
    icon = "list-ul"
    list_display = ["__str__", "people"]


class TerritoryGroup(SnippetViewSetGroup):
    """Everything about the territory under one entry of the group "Contents"."""

    items = (
        PlaceViewSet,
        UnitViewSet,
        TopicViewSet,
        TargetGroupViewSet,
        WorkAreaViewSet,
        AreaViewSet,
        AgeBandViewSet,
    )
    menu_label = _("Places and topics")
    menu_icon = "site"
    menu_order = 70
    menu_hook = menu.CONTENTS
    add_to_admin_menu = True
