"""Addresses of SPID and CIE, in every language; the broker knows the Italian callback alone."""

from django.urls import path

from . import linking_views, views

urlpatterns = [
    path("accedi/identita/ritorno/", views.callback, name="identity_callback"),
    path("accedi/identita/collega/", linking_views.link, name="identity_link"),
    path("accedi/identita/non-riuscita/", views.refused, name="identity_refused"),
    path("accedi/identita/<slug:way>/", views.start, name="identity_start"),
    path("area-riservata/identita-digitale/", linking_views.mine, name="digital_identity"),
    path("area-riservata/identita-digitale/scollega/", linking_views.unlink, name="digital_identity_unlink"),
]
