"""The states of a certificate, and the register that numbers them."""

from django.db import models
from django.utils.translation import pgettext_lazy

from vicinia.core.state import StateTable

# The register of `vicinia.core.registers`.
REGISTER = "certificates"


class CertificateState(models.TextChoices):
    """Whether a certificate counts."""

    ISSUED = "issued", pgettext_lazy("certificate", "issued")
    ANNULLED = "annulled", pgettext_lazy("certificate", "annulled")


CERTIFICATE_STEPS: StateTable[CertificateState] = StateTable(
    {
        CertificateState.ISSUED: frozenset({CertificateState.ANNULLED}),
        CertificateState.ANNULLED: frozenset(),
    }
)
