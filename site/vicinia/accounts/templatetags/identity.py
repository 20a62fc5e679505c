"""`{% load identity %}`: the buttons of SPID and CIE, on whatever page offers to sign in."""

from __future__ import annotations

from typing import Any

from django import template

from vicinia.accounts.identity.screens import buttons

register = template.Library()


@register.inclusion_tag("accounts/identity/buttons.html")
def identity_buttons(next_url: str = "") -> dict[str, Any]:
    """Draw a button for each way that the installation offers; nothing without a broker."""
    return {"buttons": buttons(next_url or "")}
