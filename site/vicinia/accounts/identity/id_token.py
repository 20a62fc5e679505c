"""Checking the broker's ID token (OpenID Connect Core 1.0, 3.1.3.7)."""

from __future__ import annotations

import time
from dataclasses import dataclass
from hmac import compare_digest
from typing import TypeAlias

import jwt

from .refusals import IdentityRefused, Reason

Claims: TypeAlias = dict[str, object]

# Asymmetric alone: with HS256 whoever knows our client secret, or takes the public key for one, could sign.
ALGORITHMS = ("RS256", "ES256")
REQUIRED_CLAIMS = ["iss", "aud", "sub", "exp", "iat", "nonce"]
# Seconds by which two clocks may differ.
LEEWAY = 30
# Seconds for which a token is news: the person has just been sent back with its code.
FRESHNESS = 600
MAX_SUBJECT = 255


@dataclass(frozen=True, slots=True)
class Expected:
    """What the token of this sign-in must say."""

    issuer: str
    client_id: str
    nonce: str


def read_id_token(id_token: str, *, key: jwt.PyJWK, expected: Expected) -> Claims:
    """Return the claims of a token that was signed by `key` for this sign-in.

    Raises IdentityRefused for any other token.
    """
    try:
        claims: Claims = jwt.decode(
            id_token,
            key,
            algorithms=ALGORITHMS,
            audience=expected.client_id,
            issuer=expected.issuer,
            leeway=LEEWAY,
            options={"require": REQUIRED_CLAIMS},
        )
    except jwt.PyJWTError as error:
        raise doubtful(f"ID token refused: {type(error).__name__}") from error
    check_addressee(claims, expected.client_id)
    if not compare_digest(str(claims["nonce"]).encode(), expected.nonce.encode()):
        raise doubtful("the nonce is that of another sign-in")
    if time.time() - float(str(claims["iat"])) > FRESHNESS + LEEWAY:
        raise doubtful("the ID token is old")
    if not 0 < len(str(claims["sub"])) <= MAX_SUBJECT:
        raise doubtful("the subject is not one")
    return claims


def check_addressee(claims: Claims, client_id: str) -> None:
    """Refuse a token that is also for others, or that was asked for by others."""
    if claims["aud"] not in (client_id, [client_id]) or claims.get("azp", client_id) != client_id:
        raise doubtful("the ID token is for another client")


def doubtful(why: str) -> IdentityRefused:
    """A refusal of something that an honest broker does not send."""
    return IdentityRefused(Reason.DOUBTFUL, why)
