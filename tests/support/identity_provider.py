"""A real OpenID Connect provider (tests/provider), in the place of the broker of SPID and CIE."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests

from .environment import ROOT

CLIENT_ID, CLIENT_SECRET = "vicinia", "only-for-tests"
CALLBACK = "/accedi/identita/ritorno/"
FISCAL_NUMBER = "https://attributes.eid.gov.it/fiscal_number"
MARTA = {
    "sub": "marta",
    "given_name": "Marta",
    "family_name": "Prova",
    "email": "marta@persone.example",
    "email_verified": True,
    FISCAL_NUMBER: "TINIT-PRVMRT85D52Z999E",
}


@dataclass
class Provider:
    """The running provider; what it is told holds until it is told something else."""

    issuer: str

    def tell(self, *, level: int | None = 2, person: dict[str, Any] | None = None, **more: Any) -> None:
        """Say who signs in next and with which level (None: the provider states none); see provider.mjs."""
        acr = {"acr": f"https://www.spid.gov.it/SpidL{level}"} if level else {}
        told = {"person": {**MARTA, **(person or {})}, **acr, **more}
        requests.post(f"{self.issuer}/told", json=told, timeout=10).raise_for_status()


@dataclass
class ProvidersBrowser:
    """The part of a person's browser that speaks with the provider: its cookies."""

    session: requests.Session = field(default_factory=requests.Session)

    def follow(self, address: str) -> str:
        """Go from the site's redirect through the provider; return the path back at the site."""
        for _step in range(8):
            answer = self.session.get(address, allow_redirects=False, timeout=10)
            assert answer.status_code in {302, 303}, f"{answer.status_code} {answer.text[:2000]}"
            address = urljoin(address, answer.headers["Location"])
            parts = urlsplit(address)
            if parts.path == CALLBACK:
                return f"{parts.path}?{parts.query}"
        raise AssertionError(f"the provider does not come to an end: {address}")


@contextmanager
def identity_provider(*site_urls: str) -> Iterator[Provider]:
    """A provider on a free port, which knows the callbacks of these sites; ended after."""
    callbacks = " ".join(f"{url}{CALLBACK}" for url in site_urls)
    client = {"CLIENT_ID": CLIENT_ID, "CLIENT_SECRET": CLIENT_SECRET}
    node = subprocess.Popen(
        [ROOT / ".venv" / "bin" / "node", "tests/provider/provider.mjs"],
        cwd=ROOT,
        env={**os.environ, **client, "REDIRECT_URIS": callbacks},
        # Its end is the provider's end too, however this process ends.
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with node:
        try:
            assert node.stdout
            issuer = node.stdout.readline().strip()
            assert issuer, "the provider did not start: is node_modules there (tools/bootstrap.py dev)?"
            yield Provider(issuer)
        finally:
            node.kill()
