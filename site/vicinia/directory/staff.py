"""Services and needs in the staff's admin."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from vicinia.core.staff import menu
from vicinia.core.staff.tables import SnippetIndexView

from .needs.models import Need
from .services.forms import NewServiceForm
from .services.models import Service


class ServiceChooser(SnippetChooserViewSet):
    """Choose a service, or make it here without leaving the page."""

    creation_form_class = NewServiceForm
    creation_tab_label = _("New service")
    create_action_label = _("Create the service")
    create_action_clicked_label = _("Creating…")


class ServiceViewSet(SnippetViewSet):
    """The list of services."""

    model = Service
    icon = "help"
    menu_label = _("Services")
    menu_order = 40
    menu_hook = menu.CONTENTS
    add_to_admin_menu = True
    list_display = ["name", "area", "unit", "status"]
    list_filter = ["area", "unit", "status", "needs"]
    search_fields = ["name"]
    list_export = [
        "name",
        "area",
        "unit",
        "get_status_display",
    ]
    export_headings = {
        "get_status_display": _("status"),
    }
    export_filename = "servizi"
    index_view_class = SnippetIndexView
    chooser_viewset_class = ServiceChooser

    def get_queryset(self, request: HttpRequest) -> QuerySet[Service]:
        """Read areas and offices with the services."""
        return Service.objects.select_related("area", "unit")


class NeedViewSet(SnippetViewSet):
    """The needs by which people look for a service."""

    model = Need
    icon = "search"
    menu_label = _("Needs")
    menu_order = 71
    menu_hook = menu.CONTENTS
    add_to_admin_menu = True
    list_display = ["name", "slug"]
