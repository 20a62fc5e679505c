"""What the editor of an event writes."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from vicinia.territory.models import Topic

from .models import Event


class NewEventForm(WagtailAdminModelForm):
    """A whole event in one dialog."""

    # Its fields must not have the ids of those of the page under the dialog.
    prefix = "new"

    topics = forms.ModelMultipleChoiceField(
        Topic.objects.all(), label=_("Topics"), widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Event
        fields = [
            "title",
            "kind",
            "starts_at",
            "ends_at",
            "place",
            "place_note",
            "price",
            "needs_booking",
            "seats",
            "campaign",
            "topics",
        ]
