"""Addresses of websites as schools write them, made into addresses that open."""

from __future__ import annotations

import re

# "https//", "htt//", "http:\\", "htpps//", "http7//", "//": whatever was meant to be a scheme.
SCHEME = re.compile(r"^(?P<word>[a-z]{0,6}\d?)\s*:?[/\\]{1,2}\s*(?=[\w.-]+\.)", re.IGNORECASE)
HOST = re.compile(r"^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$")
LONGEST = 300


def clean_website(text: str) -> str:
    """Return the address with its scheme, or nothing when none can be made out.

    >>> clean_website("https//WWW.Example.edu.it/")
    'https://www.example.edu.it/'
    """
    for part in re.split(r"\s+-\s*|(?<!//)\s+(?=www|http)", text.strip(), flags=re.IGNORECASE):
        address = _clean_one(part)
        if address:
            return address
    return ""


def _clean_one(text: str) -> str:
    match = SCHEME.match(text)
    word = match["word"].lower() if match else ""
    rest = text[match.end() :] if match else text
    # A space after "www." or before a dot is a slip of the hand; elsewhere it is another word.
    rest = re.sub(r"\s*\.\s*", ".", rest.strip())
    host, slash, path = rest.partition("/")
    host = re.sub(r"^www[ ,./]+", "www.", host.replace(",", ".").lower())
    host = re.sub(r"\.{2,}", ".", host).strip(".")
    if not HOST.match(host) or any(mark.isspace() for mark in path):
        return ""
    # The registry writes most without a scheme: school sites answer over https.
    address = f"{'http' if word and 's' not in word else 'https'}://{host}{slash}{path}"
    return address if len(address) <= LONGEST else ""
