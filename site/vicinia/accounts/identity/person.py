"""Who the broker says has signed in: the claims of AgID's OpenID Connect, read with care. No Django here."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from stdnum.it import codicefiscale

from .levels import Level

FISCAL_NUMBER = "https://attributes.eid.gov.it/fiscal_number"
# What we ask for, beside the level: no more than the account needs (GDPR art. 5(1)(c)).
ASKED = ("given_name", "family_name", "email", FISCAL_NUMBER)
MAX_NAME = 100
MAX_EMAIL = 254
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


class ClaimsIncomplete(Exception):
    """A claim without which there is no account is missing or wrong; the text names the claim."""


@dataclass(frozen=True, slots=True)
class ProvenIdentity:
    """A person as an identity provider knows them, for one sign-in; `email` may be empty."""

    issuer: str
    subject: str
    fiscal_number: str
    first_name: str
    last_name: str
    email: str
    email_verified: bool
    level: int
    way: str

    @property
    def uid(self) -> str:
        """The subject in a fixed length; the same word from two issuers names two people."""
        return hashlib.sha256(f"{self.issuer}\n{self.subject}".encode()).hexdigest()


def proven_identity(
    id_token: Mapping[str, object], userinfo: Mapping[str, object], *, level: Level, way: str
) -> ProvenIdentity:
    """Put together what the ID token and userinfo say; what is signed comes first.

    Raises ClaimsIncomplete when name, surname or a valid fiscal number is missing, and when the two
    name different fiscal numbers.
    """
    numbers = {
        clean_fiscal_number(claims[FISCAL_NUMBER])
        for claims in (id_token, userinfo)
        if claims.get(FISCAL_NUMBER)
    }
    if len(numbers) != 1:
        raise ClaimsIncomplete(FISCAL_NUMBER)
    claims = {**userinfo, **id_token}
    return ProvenIdentity(
        issuer=str(id_token["iss"]),
        subject=str(id_token["sub"]),
        fiscal_number=numbers.pop(),
        first_name=name(claims, "given_name"),
        last_name=name(claims, "family_name"),
        email=email(claims),
        email_verified=claims.get("email_verified") is True,
        level=level.value,
        way=way,
    )


def clean_fiscal_number(value: object) -> str:
    """Return a person's fiscal number without the prefix `TINIT-` (ETSI EN 319 412-1, 5.1.3).

    The temporary ones that the revenue agency gives to foreigners have 11 digits (DM 23 December 1976).
    """
    text = str(value).strip().upper().removeprefix("TINIT-")
    if not text.isascii() or not text.isalnum() or not codicefiscale.is_valid(text):
        raise ClaimsIncomplete(FISCAL_NUMBER)
    return text


def name(claims: Mapping[str, object], claim: str) -> str:
    """Return a name in one line, not longer than its column."""
    text = " ".join(_UNPRINTABLE.sub(" ", str(claims.get(claim) or "")).split())[:MAX_NAME].strip()
    if not text:
        raise ClaimsIncomplete(claim)
    return text


def email(claims: Mapping[str, object]) -> str:
    """Return the address as a proposal, or nothing when it cannot be one; the form checks it."""
    text = str(claims.get("email") or "").strip().lower()
    return text if len(text) <= MAX_EMAIL and not _UNPRINTABLE.search(text) else ""
