"""The table of rights in words."""

from __future__ import annotations

from django.apps import apps
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .table import Right

ACTIONS: dict[str, str | Promise] = {
    "see_iban": _("read and change the IBAN"),
    "govern": _("say who acts for it"),
    "act": _("Apply in its name"),
    "sign": _("Send where a mandate is asked"),
    "add": pgettext_lazy("right", "Add"),
    "annul": _("Annul with a reason"),
    "cancel": pgettext_lazy("right", "Cancel"),
    "change": pgettext_lazy("right", "Change"),
    "check": _("Approve and reject"),
    "decide": _("Confirm, refuse and end"),
    "delete": pgettext_lazy("right", "Delete"),
    "import": _("Import from a file"),
    "issue": pgettext_lazy("right", "Issue"),
    "lift": _("Let a page out, saying why"),
    "manage": _("Let in, give roles, let out"),
    "merge": _("Make one of two, and undo it"),
    "pay": _("Order payments and annul them"),
    "override": _("Publish with faults, saying why"),
    "publish": _("Publish and revoke"),
    "refuse": _("Refuse wholly or in part"),
    "remind": _("Write to who has to confirm"),
    "suspend": pgettext_lazy("right", "Suspend"),
    "unsubscribe": _("Unsubscribe at somebody's request"),
    "verify": pgettext_lazy("right", "Verify"),
    "view": pgettext_lazy("right", "See"),
}
# What has no model of its own, or whose model says too little.
SUBJECTS: dict[str, str | Promise] = {
    "accounts.right": _("Who may do what"),
    "accounts.user": _("People of the office"),
    "core.pagequality": _("Quality of pages"),
    "monitoring.dashboard": _("Dashboard"),
}


def subject_name(subject: str) -> str:
    """Return what a kind of object is called, in the plural, with a capital."""
    known = SUBJECTS.get(subject)
    name = str(known or apps.get_model(subject)._meta.verbose_name_plural)
    return name[:1].upper() + name[1:]


def action_name(right: Right) -> str:
    """Return what is done, with a capital."""
    name = str(ACTIONS[right.action])
    return name[:1].upper() + name[1:]


def holder_names(right: Right) -> tuple[str, str]:
    """Return the roles of the office that may, and who else may."""
    return (
        ", ".join(str(role.label) for role in right.roles),
        ", ".join(str(standing.label) for standing in right.standings),
    )
