"""Addresses of the teacher's journey, in the reserved area (never cached)."""

from django.urls import path

from .enrolments import views

app_name = "projects"

urlpatterns = [
    path("iscrivi/<int:edition_id>/", views.enrol, name="enrol"),
    path("", views.mine, name="mine"),
    path("<int:enrolment_id>/", views.detail, name="enrolment"),
    path("<int:enrolment_id>/annulla/", views.cancel, name="cancel"),
]
