"""What people type, made safe to keep, to compare and to print. Pure: no Django here."""

from __future__ import annotations

import unicodedata

# Cc control, Cs half of a pair, Co private use: no font has them, PostgreSQL refuses some of them.
DROPPED_CATEGORIES = frozenset({"Cc", "Cs", "Co"})
# They reorder what follows on screen and in print, so that a text can look like another one.
DIRECTION_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
KEPT = frozenset("\n\t")


def clean_text(text: str) -> str:
    """Return the text in composed form (NFC), with `\\n` line ends and nothing invisible that harms.

    Emoji joiners and non-joiners stay. Applying it twice changes nothing.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(character for character in lines if not is_dropped(character))
    return unicodedata.normalize("NFC", kept)


def is_dropped(character: str) -> bool:
    """Tell whether a character is removed from everything that people type."""
    if character in KEPT:
        return False
    if character in DIRECTION_OVERRIDES or unicodedata.category(character) in DROPPED_CATEGORIES:
        return True
    return is_noncharacter(ord(character))


def is_noncharacter(code: int) -> bool:
    """Tell whether Unicode reserves this code for ever for no character."""
    return 0xFDD0 <= code <= 0xFDEF or (code & 0xFFFE) == 0xFFFE
