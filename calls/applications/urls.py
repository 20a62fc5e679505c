"""Addresses of the applicant's screens, under `/area-riservata/domande/`."""

from django.urls import path

from . import file_views, views

urlpatterns = [
    path("", views.my_applications, name="applications"),
    path("nuova/<int:call_id>/", views.start, name="start"),
    path("<uuid:pk>/", views.detail, name="application"),
    path("<uuid:pk>/compila/<slug:section>/", views.section, name="section"),
    path("<uuid:pk>/documenti/", file_views.documents, name="documents"),
    path("<uuid:pk>/documenti/<slug:key>/", file_views.download, name="document"),
    path("<uuid:pk>/documenti/<slug:key>/togli/", file_views.remove, name="remove_document"),
    path("<uuid:pk>/invia/", views.review, name="review"),
    path("<uuid:pk>/inviata/", views.sent, name="sent"),
    path("<uuid:pk>/ricevuta/", file_views.receipt, name="receipt"),
    path("<uuid:pk>/ritira/", views.withdraw, name="withdraw"),
]
