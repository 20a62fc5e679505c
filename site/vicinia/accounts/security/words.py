"""Devices as screens and mails name them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from .browsers import browser_and_system


def device_words(user_agent: str) -> str:
    """Return "Firefox su Windows", or a plain word for what is not recognised."""
    browser, system = browser_and_system(user_agent)
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("Another device")
