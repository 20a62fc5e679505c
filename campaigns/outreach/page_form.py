"""What is checked before a campaign page goes out."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from vicinia.core.pages.forms import BasePageForm


class CampaignPageForm(BasePageForm):
    """The short description follows the goal; a button needs both its text and its address."""

    def clean(self) -> dict[str, Any]:
        """Fill in and check what belongs together."""
        data = super().clean()
        campaign = data.get("campaign")
        if campaign and not data.get("summary"):
            data["summary"] = campaign.goal
        if not self.is_deferred_validation and bool(data.get("action_label")) != bool(data.get("action_url")):
            missing = "action_url" if data.get("action_label") else "action_label"
            self.add_error(missing, _("A button needs both its text and its address."))
        return data
