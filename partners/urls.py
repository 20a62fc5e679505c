"""Addresses of this app."""

from django.urls import URLPattern, URLResolver, path

from .organisations import views as organisations
from .schools import views as schools

app_name = "partners"
urlpatterns: list[URLPattern | URLResolver] = [
    path("area-riservata/enti/nuovo/", organisations.register, name="organisation_register"),
    path("area-riservata/enti/<int:organisation_id>/", organisations.detail, name="organisation"),
    path("area-riservata/enti/<int:organisation_id>/modifica/", organisations.edit, name="organisation_edit"),
    path("area-riservata/scuole/", schools.search, name="school_search"),
    path("area-riservata/scuole/scelta/", schools.choose, name="school_choose"),
]
