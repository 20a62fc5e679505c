"""Addresses of the teacher's certificates, in the reserved area (never cached)."""

from django.urls import path

from . import views

app_name = "certificates"

urlpatterns = [
    path("", views.mine, name="mine"),
    path("<int:certificate_id>/pdf/", views.pdf, name="certificate_pdf"),
]
