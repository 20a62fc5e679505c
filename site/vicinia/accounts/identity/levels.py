"""How sure the identity provider is of who signs in, as the ID token's `acr` says it.

The values are AgID's (Linee guida OpenID Connect in SPID), which brokers also use for CIE. No Django here.
"""

from __future__ import annotations

from enum import IntEnum

ACR_PREFIX = "https://www.spid.gov.it/SpidL"


class Level(IntEnum):
    """SPID's levels of assurance (DPCM 24 October 2014, art. 6), in their order."""

    PASSWORD = 1
    TWO_FACTORS = 2
    CERTIFICATE = 3


REQUIRED = Level.TWO_FACTORS
ACCEPTED = tuple(level for level in Level if level >= REQUIRED)


def acr_of(level: Level) -> str:
    """Return the `acr` value that asks for a level."""
    return f"{ACR_PREFIX}{level.value}"


def level_of(acr: object) -> Level | None:
    """Return the level that an `acr` claim states; None when it is missing or no value of AgID's."""
    return {acr_of(level): level for level in Level}.get(acr) if isinstance(acr, str) else None
