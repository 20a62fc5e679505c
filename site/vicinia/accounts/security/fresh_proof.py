"""What changes how an account opens wants a proof of these minutes: a session may have been left open."""

from __future__ import annotations

import time

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from django.conf import settings
from django.http import HttpRequest


def ask_again(request: HttpRequest) -> None:
    """Raise ReauthenticationRequired unless the person signed in, or confirmed who they are, just now.

    allauth then asks for password or factor and goes on with the same request. Who has neither, since the
    account opens with SPID or CIE alone, is not asked.
    """
    records = get_authentication_records(request, request.user)
    if not records or time.time() - records[-1]["at"] > settings.ACCOUNT_REAUTHENTICATION_TIMEOUT:
        raise_if_reauthentication_required(request, app="account")
