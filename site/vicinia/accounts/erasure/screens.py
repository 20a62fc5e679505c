"""What the pages of a deletion show."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from vicinia.accounts.models import User
from vicinia.core.components import Cell, Column, Crumb, Hero, Message, Table
from vicinia.core.formats import long_date, whole
from vicinia.core.reserved_area import Panel, Task, way_to

from .models import ErasureRequest
from .queries import StepPreview, latest_refusal, obstacles, preview, waiting_request


def page(user: User) -> dict[str, object]:
    """What would be deleted, what stays and why; or the request that waits."""
    waiting = waiting_request(user)
    return {
        "hero": Hero(
            _("Delete my data"),
            summary=_("What goes, what stays and why. Until that day you can change your mind.")
            if waiting
            else _("What would go, what would stay and why. Nothing happens until you ask and confirm."),
        ),
        "breadcrumbs": way_to(Crumb(_("My data"), reverse("personal:my_data")), Crumb(_("Delete my data"))),
        "waiting": waiting,
        "day": long_date(waiting.due_at) if waiting else "",
        "grace_days": settings.ERASURE_GRACE_DAYS,
        "obstacles": () if waiting else obstacles(user),
        "table": table_of(preview(user)),
        "message": refusal_of(latest_refusal(user)),
    }


def asking(user: User) -> dict[str, object]:
    """The same, asked once more."""
    return {**page(user), "hero": Hero(_("Do you want to be deleted?"))}


def erasure_panel(user: User) -> Panel | None:
    """The request that waits, as something that the person may still change their mind about."""
    waiting = waiting_request(user)
    if waiting is None:
        return None
    text = _("Your data are about to be deleted: until then you can change your mind.")
    task = Task(text, reverse("personal:my_data_deletion"), _("Read or withdraw"), waiting.due_at)
    return Panel(_("Delete my data"), tasks=(task,))


def table_of(steps: Iterable[StepPreview]) -> Table:
    """Return what becomes of each kind of records."""
    return Table(
        _("How many records there are, what becomes of them and why"),
        (
            Column(_("What")),
            Column(_("How many"), is_numeric=True),
            # With the reason below: a column of its own would be out of sight on a telephone.
            Column(_("What becomes of it")),
        ),
        tuple(
            (fate.what, whole(fate.count), Cell(str(fate.outcome.label), note=fate.why))
            for step in steps
            for fate in step.fates
        ),
    )


def refusal_of(request: ErasureRequest | None) -> Message | None:
    """Return what the office wrote when it refused."""
    if request is None:
        return None
    return Message(
        "attention",
        request.reason,
        title=_("The office has not accepted a part of your request"),
    )
