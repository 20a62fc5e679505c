"""Addresses of the dashboard, under /cms/dati/."""

from django.urls import path, re_path

from .views import ChartView, DashboardView, ExportView

app_name = "dashboard"

urlpatterns = [
    path("", DashboardView.as_view(), name="index"),
    path("grafico.svg", ChartView.as_view(), name="chart"),
    re_path(r"^esporta\.(?P<form>csv|xlsx)$", ExportView.as_view(), name="export"),
]
