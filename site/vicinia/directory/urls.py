"""Addresses of this app."""

from django.urls import URLPattern, URLResolver, path

from .associations import views as associations

app_name = "associations"
urlpatterns: list[URLPattern | URLResolver] = [
    path("associazioni/", associations.association_list, name="list"),
    path("associazioni/dati.csv", associations.data_csv, name="data_csv"),
    path("associazioni/dati.json", associations.data_json, name="data_json"),
    path("associazioni/volontari/", associations.volunteers, name="volunteers"),
    path("associazioni/<slug:slug>/", associations.association, name="detail"),
    path("area-riservata/enti/<int:organisation_id>/chi-aiuta/", associations.say_help, name="help_offered"),
]
