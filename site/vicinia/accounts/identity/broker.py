"""The broker's side of the wire: where it answers, its keys, what it tells of a person."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import lru_cache

import jwt
from allauth.socialaccount.adapter import get_adapter
from django.conf import settings
from requests import RequestException

from .addresses import is_safe
from .id_token import Claims, doubtful
from .refusals import IdentityRefused, Reason

WELL_KNOWN = "/.well-known/openid-configuration"
# Seconds for which the broker's configuration is kept by each process.
KEPT_FOR = 600


@dataclass(frozen=True, slots=True)
class Configuration:
    """The addresses that the broker publishes, and how it wants our secret."""

    authorization_endpoint: str
    token_endpoint: str
    userinfo_endpoint: str
    jwks_uri: str
    secret_in_header: bool


class Broker:
    """One OpenID Connect issuer. Every question is over in a few seconds, or IdentityRefused (AWAY)."""

    def __init__(self, issuer: str) -> None:
        self.issuer = issuer
        self._configuration: tuple[float, Configuration] | None = None
        self._keys: jwt.PyJWKClient | None = None

    def configuration(self) -> Configuration:
        """Return what the broker publishes about itself, not older than ten minutes."""
        if self._configuration is None or time.monotonic() - self._configuration[0] > KEPT_FOR:
            found = self._read_configuration(self._get(self.issuer.rstrip("/") + WELL_KNOWN))
            self._configuration = (time.monotonic(), found)
        return self._configuration[1]

    def key_of(self, id_token: str) -> jwt.PyJWK:
        """Return the broker's key that a token names; an unknown one is looked for once more there."""
        uri = self.configuration().jwks_uri
        if self._keys is None or self._keys.uri != uri:
            # No cooling down: only the broker's own answers come here, not what a browser brings.
            self._keys = jwt.PyJWKClient(
                uri, timeout=settings.SOCIALACCOUNT_REQUESTS_TIMEOUT, cooldown_duration=0
            )
        try:
            return self._keys.get_signing_key_from_jwt(id_token)
        except (jwt.PyJWKClientConnectionError, OSError) as error:
            raise away(error) from error
        except (jwt.PyJWTError, ValueError) as error:
            raise doubtful(f"no key for the ID token: {type(error).__name__}") from error

    def userinfo(self, access_token: str, *, subject: object) -> Claims:
        """Return what the broker tells of the person; of another one it tells us nothing (Core 5.3.2)."""
        found = self._get(self.configuration().userinfo_endpoint, {"Authorization": f"Bearer {access_token}"})
        if found.get("sub") != subject:
            raise doubtful("userinfo is about another subject")
        return found

    def _get(self, address: str, headers: dict[str, str] | None = None) -> Claims:
        try:
            with get_adapter().get_requests_session() as session:
                response = session.get(address, headers=headers, allow_redirects=False)
                response.raise_for_status()
                found = response.json()
        except RequestException as error:
            raise away(error) from error
        if not isinstance(found, dict):
            raise doubtful("the broker's answer is not an object")
        return found

    def _read_configuration(self, found: Claims) -> Configuration:
        if found.get("issuer") != self.issuer:
            raise doubtful("the configuration is of another issuer")
        names = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")
        addresses = {name: str(found.get(name) or "") for name in names}
        if not all(is_safe(address) for address in addresses.values()):
            raise doubtful("the configuration has an address without https")
        methods = found.get("token_endpoint_auth_methods_supported")
        # Without a list it is the header (OpenID Connect Discovery 1.0, 3).
        in_form = isinstance(methods, list) and "client_secret_post" in methods
        return Configuration(**addresses, secret_in_header=not in_form)


def away(error: Exception) -> IdentityRefused:
    """The refusal for a broker that does not answer."""
    return IdentityRefused(Reason.AWAY, f"the broker does not answer: {type(error).__name__}")


@lru_cache(maxsize=4)
def broker_of(issuer: str) -> Broker:
    """Return the process's one object for an issuer: its configuration and keys are kept in it."""
    return Broker(issuer)
