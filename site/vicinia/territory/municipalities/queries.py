"""Reading which municipalities the office serves."""

from .models import ServedMunicipality


def served_codes() -> frozenset[str]:
    """Return the cadastral codes of the served municipalities; empty until the office chooses them."""
    return frozenset(ServedMunicipality.objects.values_list("cadastral_code", flat=True))
