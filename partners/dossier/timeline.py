"""What the dossier tells of a body's past: what came, what the office said of it, what expired."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vicinia.accounts.models import User
from vicinia.core.body_timeline import Happening, Source
from vicinia.core.clock import database_day, midnight

from .enums import CheckStatus, Standing
from .models import DossierVersion
from .words import version_badge

KIND = "documents"


def tell(bodies: Sequence[int], viewer: User) -> Iterator[Happening]:
    """Tell each version's steps; nothing to who does not read documents."""
    if not viewer.has_perm("partners.view_dossierversion"):
        return
    today = database_day()
    rows = DossierVersion.objects.filter(document__organisation__in=bodies)
    for version in rows.select_related("document", "uploaded_by", "checked_by"):
        yield from _steps(version, today)


def _steps(version: DossierVersion, today: date) -> Iterator[Happening]:
    what, state = str(version.document.get_type_display()), str(version_badge(version, today).text)
    url = reverse("dossier_office:inspect", args=[version.pk])
    is_ours = version.document.kind.from_office
    came_by = str(version.uploaded_by or "")
    title = _("Document recorded by the office") if is_ours else _("Document received")
    yield Happening(version.uploaded_at, KIND, title, what, by=came_by, state=state, url=url)
    if version.checked_at and not is_ours:
        title = _("Document approved") if version.status == CheckStatus.VALID else _("Document rejected")
        text = " · ".join(filter(None, [what, version.reason]))
        by = str(version.checked_by or "")
        yield Happening(version.checked_at, KIND, title, text, by=by, state=state, url=url)
    if version.expires_on and version.standing(today) == Standing.EXPIRED:
        day_after = midnight(version.expires_on + timedelta(days=1))
        yield Happening(day_after, KIND, _("Document expired"), what, state=state, url=url, is_whole_day=True)


SOURCE = Source({KIND: gettext_lazy("Documents")}, tell)
