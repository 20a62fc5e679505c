"""What the sign-in pages need to know of the installation."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def staff_needs_second_factor() -> bool:
    """Tell whether the office's people need a second factor here."""
    return bool(settings.STAFF_SECOND_FACTOR)
