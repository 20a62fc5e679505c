"""Events in the staff's admin: the list, and the dialog that makes one while writing its page."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from vicinia.core.staff import menu
from vicinia.core.staff.tables import SnippetIndexView

from .forms import NewEventForm
from .models import Event


class EventChooser(SnippetChooserViewSet):
    """Choose an event, or make it here without leaving the page."""

    creation_form_class = NewEventForm
    creation_tab_label = _("New event")
    create_action_label = _("Create the event")
    create_action_clicked_label = _("Creating…")


class EventViewSet(SnippetViewSet):
    """The list of events."""

    model = Event
    icon = "date"
    menu_label = _("Events")
    menu_order = 30
    menu_hook = menu.CONTENTS
    add_to_admin_menu = True
    list_display = ["title", "kind", "starts_at", "place"]
    list_filter = ["kind", "topics", "place"]
    search_fields = ["title"]
    list_export = [
        "title",
        "get_kind_display",
        "starts_at",
        "ends_at",
        "place",
    ]
    export_headings = {
        "get_kind_display": _("kind"),
    }
    export_filename = "eventi"
    index_view_class = SnippetIndexView
    chooser_viewset_class = EventChooser

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        """Read the places with the events."""
        return Event.objects.select_related("place")


event_viewset = EventViewSet()
