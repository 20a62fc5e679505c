"""The shell of every public page: menu, languages, footer, banner."""

from typing import Any

from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `shell` for templates/base.html; nothing for the staff's admin."""
    return {}
