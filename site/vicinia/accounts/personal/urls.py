"""Addresses of the person's own page."""

from django.urls import path

from vicinia.accounts.erasure.urls import urlpatterns as erasure

from . import views

app_name = "personal"
urlpatterns = [
    path("area-riservata/i-miei-dati/", views.page, name="my_data"),
    path("area-riservata/i-miei-dati/copia.pdf", views.file, {"kind": "pdf"}, name="my_data_pdf"),
    path("area-riservata/i-miei-dati/copia.json", views.file, {"kind": "json"}, name="my_data_json"),
    *erasure,
]
