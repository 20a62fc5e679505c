"""Who writes: the lines at the head and foot of every mail.

Core does not know the municipality; the app that does registers a function here (one is enough).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vicinia.core.registries import Registry


@dataclass(frozen=True, slots=True)
class Signature:
    """Name of the municipality and office, and how to reach a person."""

    municipality: str = "Vicinia"
    office: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""


SIGNATURES: Registry[Callable[[], Signature]] = Registry("mail signature")


def signature() -> Signature:
    """Return the registered signature, or the product's name alone."""
    for provider in SIGNATURES:
        return provider()
    return Signature()
