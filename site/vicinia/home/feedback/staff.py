"""The staff's report on how clear the pages are."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from vicinia.core import tables

from .queries import page_detail, page_reports

PERMISSION = "home.view_pagerating"


def report(request: HttpRequest) -> HttpResponse:
    """Show the rated pages, or the reasons about the one in `pagina`; `formato` downloads the table."""
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    rows = page_reports()
    if request.GET.get("formato") in {"csv", "xlsx"}:
        header = [_("Page"), _("Ratings"), _("Average"), _("Low ratings (1-3)"), _("Last on")]
        return tables.download(
            "valutazioni",
            header,
            ([row.path, row.ratings, row.average, row.low, row.last_on] for row in rows),
            as_xlsx=request.GET["formato"] == "xlsx",
        )
    path = request.GET.get("pagina", "")
    context = {"rows": rows, "path": path, "detail": page_detail(path) if path else None}
    return render(request, "home/admin/ratings.html", context)
