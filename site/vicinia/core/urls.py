"""Addresses of this app."""

from django.urls import URLPattern, URLResolver, path

from .health.views import health
from .mail import views as mail

urlpatterns: list[URLPattern | URLResolver] = [
    path("health/", health, name="health"),
    path("posta-demo/", mail.inbox, name="mail_demo"),
    path("posta-demo/<str:name>/", mail.message, name="mail_demo_message"),
    path("posta-demo/<str:name>/html/", mail.html, name="mail_demo_html"),
    path("posta-demo/<str:name>/allegati/<int:number>/", mail.attachment, name="mail_demo_file"),
]
