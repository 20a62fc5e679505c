"""The closed lists of agreements, and the steps of their life."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partners.organisations.enums import LegalForm
from vicinia.core.state import StateTable


class AgreementKind(models.TextChoices):
    """By which instrument a body is bound or paid.

    Contribution: L. 241/1990 art. 12. Convention with ODV and APS: D.Lgs. 117/2017 art. 56. Urgent medical
    transport: art. 57. Co-design: art. 55 c. 3. Accreditation: art. 55 c. 4. Between administrations:
    L. 241/1990 art. 15. Co-programming (art. 55 c. 2) ends with a report and grants nothing.
    """

    CONTRIBUTION = "contribution", _("contribution")
    CONVENTION = "convention", _("convention")
    CO_DESIGN = "co_design", _("co-design")
    ACCREDITATION = "accreditation", _("accreditation")
    TRANSPORT = "transport", _("urgent medical transport")
    ADMINISTRATIONS = "administrations", _("agreement between administrations")


LAWS: dict[AgreementKind, str] = {
    AgreementKind.CONTRIBUTION: "L. 241/1990, art. 12",
    AgreementKind.CONVENTION: "D.Lgs. 117/2017, art. 56",
    AgreementKind.CO_DESIGN: "D.Lgs. 117/2017, art. 55, c. 3",
    AgreementKind.ACCREDITATION: "D.Lgs. 117/2017, art. 55, c. 4",
    AgreementKind.TRANSPORT: "D.Lgs. 117/2017, art. 57",
    AgreementKind.ADMINISTRATIONS: "L. 241/1990, art. 15",
}

# With whom alone the law lets it be made; the others are for whoever the notice admits.
ONLY_WITH: dict[AgreementKind, frozenset[LegalForm]] = {
    AgreementKind.CONVENTION: frozenset({LegalForm.ODV, LegalForm.APS}),
    AgreementKind.ADMINISTRATIONS: frozenset({LegalForm.PUBLIC_BODY}),
}


class AgreementStatus(models.TextChoices):
    """What the office has said of it. Whether its days have passed follows from the dates."""

    ACTIVE = "active", _("in force")
    CLOSED = "closed", pgettext_lazy("agreement", "closed")
    ANNULLED = "annulled", _("annulled")


AGREEMENT_STEPS = StateTable[AgreementStatus](
    {
        AgreementStatus.ACTIVE: frozenset({AgreementStatus.CLOSED, AgreementStatus.ANNULLED}),
        # A balance that comes late, or a closing by mistake.
        AgreementStatus.CLOSED: frozenset({AgreementStatus.ACTIVE}),
        AgreementStatus.ANNULLED: frozenset(),
    }
)


class Standing(models.TextChoices):
    """Where an agreement stands on a day: what screens show."""

    RUNNING = "running", _("in force")
    UPCOMING = "upcoming", _("not begun yet")
    OVER = "over", _("its days are over")
    CLOSED = "closed", pgettext_lazy("agreement", "closed")
    ANNULLED = "annulled", _("annulled")


def standing_of(status: str, starts_on: date, ends_on: date | None, today: date) -> Standing:
    """Return where an agreement stands on a day."""
    if status != AgreementStatus.ACTIVE:
        return Standing(status)
    if starts_on > today:
        return Standing.UPCOMING
    return Standing.OVER if ends_on is not None and ends_on < today else Standing.RUNNING
