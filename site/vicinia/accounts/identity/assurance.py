"""How strongly the person of a session has shown who they are."""

from __future__ import annotations

from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest

from .provider import PROVIDER


def signed_in_with_strong_identity(request: HttpRequest) -> bool:
    """Tell whether this session was opened with SPID or CIE, accepted from level 2 (two factors) alone."""
    if not request.user.is_authenticated:
        return False
    records = get_authentication_records(request, request.user)
    return any(
        record.get("method") == "socialaccount" and record.get("provider") == PROVIDER for record in records
    )
