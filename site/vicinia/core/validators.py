"""What editors may write in a field."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

ACTION_STARTS = ("/", "#", "https://", "http://", "tel:", "mailto:")


def validate_action_url(value: str) -> None:
    """Accept a page of this site, a web address, a phone or an e-mail; refuse anything that could run."""
    if not value.lower().startswith(ACTION_STARTS) or value.startswith("//"):
        raise ValidationError(
            _("Start with / for a page of this site, https:// for another site, tel: or mailto:.")
        )
