"""The dashboard's chart, drawn on the server as SVG; the table beside it holds the same figures."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import vl_convert as vlc

BLUE, TERRACOTTA, INK = "#0066CC", "#A8432A", "#17324D"


def monthly_chart(
    months: Sequence[str], now: Sequence[int], before: Sequence[int], labels: tuple[str, str]
) -> str:
    """Draw the months of a year as bars, with the year before as a line. Returns SVG text."""
    rows = [
        {"month": month, "order": order, "value": value, "before": old}
        for order, (month, value, old) in enumerate(zip(months, now, before, strict=True))
    ]
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X("month:N", sort=list(months), title=None, axis=alt.Axis(labelAngle=0))
    )
    bars = base.mark_bar(cornerRadiusTopLeft=3, cornerRadiusTopRight=3, color=BLUE).encode(
        y=alt.Y("value:Q", title=None, axis=alt.Axis(tickMinStep=1, format=",d"))
    )
    line = base.mark_line(point=alt.OverlayMarkDef(color=TERRACOTTA, size=50), color=TERRACOTTA).encode(
        y="before:Q"
    )
    chart = (
        alt.layer(bars, line)
        .properties(
            width=760, height=260, title=alt.TitleParams(f"▮ {labels[0]}   ● {labels[1]}", anchor="start")
        )
        .configure(font="Titillium Web, sans-serif")
        .configure_view(stroke=None)
        .configure_axis(labelColor=INK, gridColor="#E3E8EE", domainColor="#9AA8B6", labelFontSize=12)
        .configure_title(color=INK, fontSize=13, fontWeight="normal")
    )
    return str(vlc.vegalite_to_svg(chart.to_dict(), format_locale="it-IT"))
