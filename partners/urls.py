"""Addresses of this app."""

from django.urls import URLPattern, URLResolver, path

from .officers import views as officers
from .organisations import views as organisations
from .profiles import views as profiles
from .schools import views as schools

app_name = "partners"
BODY = "area-riservata/enti/<int:organisation_id>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path("area-riservata/enti/nuovo/", organisations.register, name="organisation_register"),
    path("area-riservata/enti/<int:organisation_id>/", organisations.detail, name="organisation"),
    path("area-riservata/enti/<int:organisation_id>/modifica/", organisations.edit, name="organisation_edit"),
    path(f"{BODY}cariche/", officers.officers, name="officers"),
    path(f"{BODY}cariche/nuova/", officers.add, name="officer_add"),
    path(f"{BODY}cariche/<int:officer_id>/", officers.edit, name="officer_edit"),
    path(f"{BODY}cariche/<int:officer_id>/elimina/", officers.remove, name="officer_remove"),
    path(f"{BODY}pagina-pubblica/", profiles.choose, name="public_profile"),
    path("area-riservata/scuole/", schools.search, name="school_search"),
    path("area-riservata/scuole/scelta/", schools.choose, name="school_choose"),
]
