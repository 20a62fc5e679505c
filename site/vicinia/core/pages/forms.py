"""What the editor checks before a page goes out."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm


class BasePageForm(WagtailAdminPageForm):
    """A draft may lack anything; a page that goes out must be readable by everybody."""

    def clean(self) -> dict[str, Any]:
        """Ask for the alternative text of an image (WCAG 2.2, 1.1.1)."""
        data: dict[str, Any] = super().clean()
        if not self.is_deferred_validation and data.get("image") and not data.get("image_alt"):
            self.add_error(
                "image_alt",
                _("Write what the image shows: some readers do not see it."),
            )
        return data
