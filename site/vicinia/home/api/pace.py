"""No program may ask so often that people wait."""

from __future__ import annotations

import time

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

from vicinia.core.canonical import sha256_of_text

REQUESTS_A_MINUTE = 120


def seconds_to_wait(request: HttpRequest) -> int:
    """Count this request of the reader's address in this minute; return how long to wait, or nothing.

    The address itself is not kept: its hash is, for a minute.
    """
    now = int(time.time())
    reader = sha256_of_text(str(get_adapter().get_client_ip(request)))[:20]
    key = f"api-pace:{reader}:{now // 60}"
    if cache.add(key, 1, 60):
        return 0
    try:
        asked = cache.incr(key)
    except ValueError:
        # It expired in between.
        return 0
    return 60 - now % 60 if asked > REQUESTS_A_MINUTE else 0
