"""The staff's report on how clear the pages are."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from vicinia.accounts.rights.backend import require
from vicinia.core import tables
from vicinia.core.text import clean_text

from .queries import months, page_detail, page_reports

PERMISSION = "home.view_pagerating"
PER_PAGE = 50


def report(request: HttpRequest) -> HttpResponse:
    """Show the rated pages (`p`: which part), or the reasons about the one in `pagina`.

    `formato` downloads the whole table.
    """
    require(request.user, PERMISSION)
    rows = page_reports()
    if request.GET.get("formato") in {"csv", "xlsx"}:
        header = [_("Page"), _("Ratings"), _("Average"), _("Low ratings (1-3)"), _("Last on")]
        return tables.download(
            "valutazioni",
            header,
            ([row.path, row.ratings, row.average, row.low, row.last_on] for row in rows),
            as_xlsx=request.GET["formato"] == "xlsx",
        )
    path = clean_text(request.GET.get("pagina", ""))
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "rows": page,
        "elided_page_range": page.paginator.get_elided_page_range(page.number),
        "path": path,
        "detail": page_detail(path) if path else None,
        "months": months(path),
    }
    return render(request, "home/admin/ratings.html", context)
