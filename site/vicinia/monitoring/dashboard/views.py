"""The staff's dashboard "Chi abbiamo raggiunto?"."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from django.views.generic.base import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from vicinia.accounts.rights.backend import require
from vicinia.core.tables import Cell, download
from vicinia.monitoring.participation.models import Source

from .chart import monthly_chart
from .measures import Measure
from .periods import Period, year_to_date
from .queries import figures, most_attended, participants_of_each_month
from .schools import exported, schools_reached

# The years that the choice offers, this one first.
YEARS_SHOWN = 4
PERMISSION = "monitoring.view_dashboard"


class FiguresAccess(View):
    """Only roles of the office read the figures; the year comes from `?anno=`."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Refuse whoever has no role that reads figures."""
        require(request.user, PERMISSION)
        return super().dispatch(request, *args, **kwargs)

    @property
    def year(self) -> int:
        """The year asked for; anything else is the current one."""
        this_year = timezone.localdate().year
        asked = self.request.GET.get("anno", "")
        known = {str(this_year - n) for n in range(YEARS_SHOWN)}
        return int(asked) if asked in known else this_year

    @property
    def period(self) -> Period:
        """The days shown."""
        return year_to_date(self.year, timezone.localdate())


class DashboardView(FiguresAccess, WagtailAdminTemplateMixin, TemplateView):
    """Numbers, one chart, its table, and what was attended most."""

    template_name = "monitoring/dashboard.html"
    page_title = _("Whom did we reach?")
    header_icon = "table"
    _show_breadcrumbs = True

    def get_page_title(self) -> str:
        """Translate at each request."""
        return _("Whom did we reach?")

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Home, then this page."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather the figures of the year."""
        period = self.period
        this_year = timezone.localdate().year
        kinds = dict(Source.choices)
        return super().get_context_data(
            **kwargs,
            year=self.year,
            years=[this_year - n for n in range(YEARS_SHOWN)],
            period=period,
            before=period.year_before(),
            figures=figures(period),
            months=participants_of_each_month(period),
            schools=schools_reached(period.last),
            attended=[(kinds.get(kind, kind), title, count) for kind, title, count in most_attended(period)],
        )


class ChartView(FiguresAccess):
    """The chart as an SVG file: the page shows it as an image, so that no script or style is inline."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Draw the participants of each month."""
        rows = participants_of_each_month(self.period)
        svg = monthly_chart(
            [row.name[:3] for row in rows],
            [row.value for row in rows],
            [row.before for row in rows],
            (str(self.year), str(self.year - 1)),
        )
        return HttpResponse(svg, content_type="image/svg+xml", headers={"Cache-Control": "private, no-store"})


class ExportView(FiguresAccess):
    """The dashboard's figures as CSV or XLSX, true numbers, saying so in the file."""

    def get(self, request: HttpRequest, form: str) -> HttpResponse:
        """Send the table; `form` is `csv` or `xlsx`."""
        period = self.period
        header = [
            _("Figure"),
            _("From"),
            _("To"),
            *(_("Value"), _("Out of"), "%"),
            *(_("One year earlier"), _("One year earlier: out of"), _("One year earlier: %")),
            _("What is counted"),
        ]
        rows: list[list[Cell]] = [
            [
                str(figure.indicator.label),
                period.first,
                period.last,
                *cells(figure.now),
                *cells(figure.before),
                str(figure.indicator.method),
            ]
            for figure in figures(period)
        ]
        for row in participants_of_each_month(period):
            name = _("Participants, %(month)s") % {"month": f"{row.name} {row.month.year}"}
            counts = [*cells(Measure(row.value)), *cells(Measure(row.before))]
            rows.append([name, row.month, None, *counts, _("Internal figures, not suppressed.")])
        for label, measure, method in exported(schools_reached(period.last)):
            now = cells(measure) if measure else (None, None, None)
            rows.append([label, period.first, period.last, *now, None, None, None, method])
        return download(f"vicinia-dati-{self.year}", header, rows, as_xlsx=form == "xlsx")


def cells(measure: Measure) -> tuple[Cell, Cell, Cell]:
    """Return value, denominator and rate in %, empty where it is a count."""
    return measure.value, measure.out_of, measure.percent
