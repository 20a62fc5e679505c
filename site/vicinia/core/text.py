"""What people type, made safe to keep, to compare and to print. Pure: no Django here."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Cc control, Cs half of a pair, Co private use: no font has them, PostgreSQL refuses some of them.
DROPPED_CATEGORIES = frozenset({"Cc", "Cs", "Co"})
# They reorder what follows on screen and in print, so that a text can look like another one.
DIRECTION_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
KEPT = frozenset("\n\t")
# They show nothing and make one name two (Cf is dropped too): fillers, joiners, variation selectors.
INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0") | {
    chr(code) for code in range(0xFE00, 0xFE10)
}
# Cyrillic and Greek letters that are drawn like a Latin one (Unicode Technical Standard 39, confusables).
POSING = frozenset(
    "\u0405\u0406\u0408\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u0501\u051b\u051d"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u03b9\u03ba\u03bd\u03bf\u03c1\u03c5\u03c7"
)
ALPHABETS = ("LATIN", "CYRILLIC", "GREEK")
WORD = re.compile(r"\w+")


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


@dataclass(frozen=True, slots=True)
class PosingLetter:
    """A letter of another alphabet that looks like a Latin one, the word it is in, its alphabet."""

    letter: str
    word: str
    alphabet: str


def clean_name(text: str) -> str:
    """Return a name on one line as it is kept: single spaces, nothing that cannot be seen."""
    seen = "".join(
        character
        for character in clean_text(text)
        if unicodedata.category(character) != "Cf" and character not in INVISIBLE
    )
    return " ".join(seen.split())


def posing_letter(name: str) -> PosingLetter | None:
    """Return the first letter by which a name passes for another one; None when there is none.

    A word must keep to one alphabet; beside Latin words, a word made only of look-alikes is refused too.
    A name all in another alphabet, or with whole words that are clearly of another one, is right.
    """
    is_latin_name = any(alphabet_of(character) == "LATIN" for character in name)
    for word in WORD.findall(name):
        others = [each for each in word if alphabet_of(each) in {"CYRILLIC", "GREEK"}]
        is_mixed = any(alphabet_of(each) == "LATIN" for each in word)
        if others and is_latin_name and (is_mixed or all(each in POSING for each in others)):
            return PosingLetter(others[0], word, alphabet_of(others[0]))
    return None


def alphabet_of(character: str) -> str:
    """Return LATIN, CYRILLIC or GREEK; nothing for every other character."""
    alphabet = unicodedata.name(character, "").partition(" ")[0]
    return alphabet if alphabet in ALPHABETS else ""
