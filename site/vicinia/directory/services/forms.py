"""What the editor of a service writes."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from vicinia.directory.needs.models import Need
from vicinia.territory.models import Topic

from .models import Service


class NewServiceForm(WagtailAdminModelForm):
    """A whole service in one dialog."""

    # Its fields must not have the ids of those of the page under the dialog.
    prefix = "new"

    topics = forms.ModelMultipleChoiceField(
        Topic.objects.all(), label=_("Topics"), widget=forms.CheckboxSelectMultiple
    )
    needs = forms.ModelMultipleChoiceField(
        Need.objects.all(),
        label=_("Needs it answers"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Service
        fields = ["name", "status", "status_reason", "area", "unit", "topics", "needs", "age_from", "age_to"]
