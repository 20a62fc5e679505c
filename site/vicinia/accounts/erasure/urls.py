"""Addresses of a deletion, below the person's own page."""

from django.urls import path

from . import views

BELOW = "area-riservata/i-miei-dati/cancellazione/"
urlpatterns = [
    path(BELOW, views.deletion, name="my_data_deletion"),
    path(f"{BELOW}conferma/", views.confirm, name="my_data_deletion_confirm"),
    path(f"{BELOW}annulla/", views.undo, name="my_data_deletion_undo"),
]
