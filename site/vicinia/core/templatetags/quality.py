"""Tags of the page's quality: `{% load quality %}`."""

from __future__ import annotations

from django import template
from django.template.context import Context
from django.urls import reverse

register = template.Library()
NEW = ("content_type_app_name", "content_type_model_name", "parent_page_id")


@register.simple_tag(takes_context=True)
def live_quality_url(context: Context) -> str:
    """Return where the page being edited, or made, is looked at; nothing on other screens."""
    match = context["request"].resolver_match
    if match.view_name == "wagtailadmin_pages:edit":
        return reverse("live_quality", args=[match.args[0] if match.args else match.kwargs["page_id"]])
    if match.view_name == "wagtailadmin_pages:add":
        given = match.args or [match.kwargs[name] for name in NEW]
        return reverse("live_quality_new", args=given)
    return ""
