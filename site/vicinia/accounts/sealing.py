"""Secrets kept sealed in the database, with a key made from SECRET_KEY (and SECRET_KEY_FALLBACKS).

A copy of the database alone, a backup for instance, opens no account.
"""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

PURPOSE = b"vicinia.accounts.sealing:"


class Unreadable(Exception):
    """The text was sealed with a key that this installation no longer has."""


def seal(text: str) -> str:
    """Return the text sealed with the key in use."""
    return _box().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """Return what was sealed, with this key or a former one; raises Unreadable."""
    try:
        return _box().decrypt(sealed.encode()).decode()
    except InvalidToken as error:
        raise Unreadable from error


def _box() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key_of(str(key))) for key in keys])


def _key_of(secret: str) -> bytes:
    """A key for this purpose alone: knowing it tells nothing of the secret."""
    return base64.urlsafe_b64encode(hashlib.sha256(PURPOSE + secret.encode()).digest())
