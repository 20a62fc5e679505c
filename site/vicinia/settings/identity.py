"""SPID and CIE: the broker that speaks OpenID Connect to us and to the national identity providers."""

from django.core.exceptions import ImproperlyConfigured

from vicinia.accounts.identity.addresses import is_safe

from .env import read

WAYS = ("spid", "cie")


def issuer(value: str) -> str | None:
    """Accept an address that nobody reads along; plain http only on this machine, to try a provider."""
    return None if is_safe(value) else "must begin with https:// and have a host name"


def ways(value: list[str]) -> str | None:
    """Accept the buttons that we can draw."""
    return None if set(value) <= set(WAYS) else f"must be one or both of {', '.join(WAYS)}"


EID_ISSUER = read(
    "EID_ISSUER",
    "str",
    "",
    "Issuer of the OpenID Connect broker for SPID and CIE, as its configuration names it; empty: no buttons.",
    check=issuer,
)
EID_CLIENT_ID = read("EID_CLIENT_ID", "str", "", "Name of this site at the broker.")
EID_CLIENT_SECRET = read("EID_CLIENT_SECRET", "str", "", "Secret of this site at the broker.")
EID_WAYS = read("EID_WAYS", "list", list(WAYS), "Buttons on the sign-in page: spid, cie or both.", check=ways)
EID_HINT_PARAMETER = read(
    "EID_HINT_PARAMETER",
    "str",
    "",
    "Parameter that tells the broker which button was pressed (kc_idp_hint for Keycloak); empty: it asks.",
)
if EID_ISSUER and not (EID_CLIENT_ID and EID_CLIENT_SECRET):
    raise ImproperlyConfigured(
        "EID_CLIENT_ID and EID_CLIENT_SECRET are missing: EID_ISSUER needs both. See docs/operating.md."
    )

SOCIALACCOUNT_ADAPTER = "vicinia.accounts.identity.adapter.IdentityAdapter"
# Seconds that the broker has for each answer: a person waits, and so does a thread.
SOCIALACCOUNT_REQUESTS_TIMEOUT = 4
