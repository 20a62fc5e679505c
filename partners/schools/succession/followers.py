"""What follows, of this app, when a school goes on under another code."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vicinia.core.merging import Follower, followers

FOLLOWERS = {
    # The office of an institute acts for all of its schools: it is of the institute, not of the site.
    "partners.SchoolContact.school": Follower(_("people of the school"), only=Q(office_of=None)),
    "partners.Referent.school": Follower(_("contact persons, by year")),
    "partners.Headcount.school": Follower(_("classes and pupils, by year")),
    # A chain of continuities is undone from its end.
    "partners.SchoolSuccession.closed": Follower(_("continuity of schools"), stays=True),
    "partners.SchoolSuccession.successor": Follower(_("continuity of schools"), stays=True),
}


def register() -> None:
    """Called once when the application starts."""
    for key, follower in FOLLOWERS.items():
        followers.register(key, follower)
