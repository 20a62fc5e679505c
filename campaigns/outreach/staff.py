"""Campaigns in the staff's admin: the list, and the dialog that makes one while writing its page."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from vicinia.core.staff import menu
from vicinia.core.staff.tables import SnippetIndexView

from .forms import NewCampaignForm
from .models import Campaign


class CampaignChooser(SnippetChooserViewSet):
    """Choose a campaign, or make it here without leaving the page."""

    creation_form_class = NewCampaignForm
    creation_tab_label = _("New campaign")
    create_action_label = _("Create the campaign")
    create_action_clicked_label = _("Creating…")


class CampaignViewSet(SnippetViewSet):
    """The list of campaigns with partners and results."""

    model = Campaign
    icon = "pick"
    menu_label = _("Campaigns")
    menu_order = 20
    menu_hook = menu.CONTENTS
    add_to_admin_menu = True
    list_display = ["title", "topic", "starts_on", "ends_on"]
    list_filter = ["topic", "target_groups", "ends_on"]
    search_fields = ["title", "goal"]
    list_export = [
        "title",
        "goal",
        "topic",
        "starts_on",
        "ends_on",
    ]
    export_filename = "campagne"
    index_view_class = SnippetIndexView
    chooser_viewset_class = CampaignChooser

    def get_queryset(self, request: HttpRequest) -> QuerySet[Campaign]:
        """Read the topics with the campaigns."""
        return Campaign.objects.select_related("topic")


campaign_viewset = CampaignViewSet()
