"""What school projects tell of a body's past: the editions that it carries out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vicinia.accounts.models import User
from vicinia.core.body_timeline import Happening, Source

from .models import Edition

KIND = "projects"


def tell(bodies: Sequence[int], viewer: User) -> Iterator[Happening]:
    """Tell when each edition opened to schools; its address is for who edits it."""
    edits = viewer.has_perm("campaigns.change_edition")
    rows = Edition.objects.published().filter(project__partner__in=bodies).select_related("project")
    for edition in rows:
        assert edition.opens_at is not None  # noqa: S101 - published
        yield Happening(
            at=edition.opens_at,
            kind=KIND,
            title=_("School project open to classes"),
            text=f"{edition.project.title} · {edition.school_year}",
            state=str(edition.state.label).capitalize(),
            url=reverse("editions:edit", args=[edition.pk]) if edits else "",
        )


SOURCE = Source({KIND: gettext_lazy("School projects")}, tell)
