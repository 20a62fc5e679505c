"""What happens to certificates, for who wants to know."""

from __future__ import annotations

from dataclasses import dataclass

from vicinia.core.events import DomainEvent


@dataclass(frozen=True)
class CertificateIssued(DomainEvent):
    """A teacher has a certificate of what their class took part in."""

    certificate_id: int


@dataclass(frozen=True)
class CertificateAnnulled(DomainEvent):
    """A certificate does not count any more."""

    certificate_id: int
