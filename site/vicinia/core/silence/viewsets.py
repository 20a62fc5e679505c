"""The office's screens of the silences."""

from django.utils.translation import gettext_lazy as _

from vicinia.core.staff import menu
from vicinia.core.staff.viewsets import StaffViewSet

from .models import ElectionSilence


class ElectionSilenceViewSet(StaffViewSet):
    """When only what is impersonal and indispensable goes out."""

    model = ElectionSilence
    name = "election_silences"
    url_prefix = "silenzio-elettorale"
    icon = "calendar-check"
    menu_hook = menu.CONTENTS
    menu_label = _("Election silence")
    menu_order = 65
    empty_text = _(
        "Here are the votes during which the law lets the municipality publish only what is impersonal and "
        "indispensable (L. 28/2000 art. 9). Add one when the vote is called: pages that are due wait, and "
        "their authors are told."
    )
    list_display = ["name", "starts_on", "ends_on"]
