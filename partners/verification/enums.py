"""The closed lists of the office's checks."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class CheckItem(models.TextChoices):
    """What the office looks at before it verifies a body, in the order in which it does."""

    TAX_CODE = "tax_code", _("Tax code and name match")
    RUNTS = "runts", _("Found in RUNTS")
    REPRESENTATIVE = "representative", _("Who the legal representative is")
    SEAT = "seat", _("Seat")
    STATUTE = "statute", _("Statute known")


class Outcome(models.TextChoices):
    """How a check ended."""

    DONE = "done", _("Checked")
    NOT_DUE = "not_due", _("Not due")


# Where and how, for who does it the first time.
GUIDES: dict[str, Promise] = {
    CheckItem.TAX_CODE: _("On the Revenue Agency's site («Verifica codice fiscale»): the name answers too."),
    CheckItem.RUNTS: _(
        "Search the tax code in the national register and keep the address of its page. "
        "Not due for bodies outside the third sector."
    ),
    CheckItem.REPRESENTATIVE: _(
        "The name in RUNTS or in the statute is that of who represents the body here (DPR 445/2000 art. 38)."
    ),
    CheckItem.SEAT: _("The address in the register is the one written here."),
    CheckItem.STATUTE: _(
        "Filed with RUNTS it is not asked again (DPR 445/2000 art. 43): note where it was read."
    ),
}
