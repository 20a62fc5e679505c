"""What each type of document is: who brings it, in which form, how long it counts, and by which law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vicinia.core.files.kinds import IMAGE, PDF, FileKind

from .enums import DocumentType

ExpiryRule = Literal["asked", "asked_if_any", "counted", "never"]
Text = str | Promise


@dataclass(frozen=True, slots=True)
class Kind:
    """One type of document.

    `expiry`: asked of who uploads, asked but it may be empty, counted by us, or never. `valid_days`: from
    the issue date, for those that are counted. A reference is not uploaded: the administration holds the
    document, and the body only says which one (DPR 445/2000 art. 43).
    """

    type: DocumentType
    slug: str
    help: Text
    law: Text
    reference_label: Text
    formats: tuple[FileKind, ...] = (PDF,)
    expiry: ExpiryRule = "never"
    valid_days: int = 0
    is_reference: bool = False
    from_office: bool = False

    @property
    def label(self) -> str:
        """The type's name."""
        return str(self.type.label)

    @property
    def is_uploaded(self) -> bool:
        """Whether the body brings it as a file, which applications can take."""
        return not self.is_reference and not self.from_office

    @property
    def accept(self) -> str:
        """What a browser offers when a file is chosen."""
        return ",".join(extension for kind in self.formats for extension in kind.extensions)

    def expires_on(self, *, issued_on: date | None, year: int | None) -> date | None:
        """Return the last day on which it counts, where we count it: from its date, or a budget's year."""
        if self.expiry != "counted":
            return None
        if self.type == DocumentType.BUDGET:
            # The budget of the year after is due by the end of June (D.Lgs. 117/2017 art. 48).
            return date(year + 2, 6, 30) if year else None
        return issued_on + timedelta(days=self.valid_days) if issued_on else None


CATALOGUE: dict[DocumentType, Kind] = {
    kind.type: kind
    for kind in (
        Kind(
            DocumentType.INSURANCE,
            "assicurazione-volontari",
            help=_(
                "The policy against accidents, illness and civil liability of your volunteers, with the "
                "page that shows until when it is paid. Example: «Polizza n. 118/2026»."
            ),
            law=_("D.Lgs. 117/2017, art. 18"),
            reference_label=_("Number of the policy"),
            expiry="asked",
        ),
        Kind(
            DocumentType.IDENTITY,
            "documento-identita",
            help=_(
                "Identity card or passport of who represents the body, front and back, PDF or photograph. "
                "It is needed when a declaration is signed by hand."
            ),
            law=_("DPR 445/2000, art. 38"),
            reference_label=_("Number of the document"),
            formats=(PDF, IMAGE),
            expiry="asked",
        ),
        Kind(
            DocumentType.MANDATE,
            "delega",
            help=_(
                "Only if somebody other than the legal representative signs: the mandate or the minutes "
                "that give the power, with its limits."
            ),
            law=_("DPR 445/2000, art. 38, c. 3-bis"),
            reference_label=_("Number or date of the minutes"),
            expiry="asked_if_any",
        ),
        Kind(
            DocumentType.REQUIREMENTS,
            "dichiarazione-requisiti",
            help=_(
                "The signed declaration that the body has no convictions, debts or bans that keep it from "
                "public grants. We count six months from its date."
            ),
            law=_("DPR 445/2000, art. 41, 46 and 47"),
            reference_label=_("Your reference, if any"),
            expiry="counted",
            valid_days=182,
        ),
        Kind(
            DocumentType.WITHHOLDING,
            "dichiarazione-ritenuta",
            help=_(
                "The declaration that says whether the 4% withholding on contributions is due to you. Make a "
                "new one only when something changes."
            ),
            law=_("DPR 600/1973, art. 28"),
            reference_label=_("Your reference, if any"),
            expiry="asked_if_any",
        ),
        Kind(
            DocumentType.STATUTE,
            "statuto",
            help=_(
                "Do not send it: the public administration has it already. Say only the year of the version "
                "in force, and the address of its page in RUNTS if you know it."
            ),
            law=_("DPR 445/2000, art. 43"),
            reference_label=_("Number of the deed, if any"),
            is_reference=True,
        ),
        Kind(
            DocumentType.BUDGET,
            "bilancio",
            help=_(
                "Do not send it: the public administration has it already. Say only the year of the last "
                "budget filed, and the address of its page in RUNTS if you know it."
            ),
            law=_("DPR 445/2000, art. 43; D.Lgs. 117/2017, art. 13 and 48"),
            reference_label=_("Number of the filing, if any"),
            expiry="counted",
            is_reference=True,
        ),
        Kind(
            DocumentType.DURC,
            "durc",
            help=_("You have nothing to do: our office asks INPS and INAIL for it. It lasts 120 days."),
            law=_("DPR 445/2000, art. 44-bis"),
            reference_label=_("Protocol number"),
            expiry="counted",
            valid_days=120,
            from_office=True,
        ),
    )
}
BY_SLUG = {kind.slug: kind for kind in CATALOGUE.values()}
