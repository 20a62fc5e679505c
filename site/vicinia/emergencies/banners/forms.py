"""The form that raises the notice above every page."""

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminPageChooser

from .models import Banner


class BannerForm(WagtailAdminModelForm):
    """What the notice says and where it leads."""

    class Meta:
        model = Banner
        fields = ["level", "title", "text", "page"]
        widgets = {"level": forms.RadioSelect, "page": AdminPageChooser}
