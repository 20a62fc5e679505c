"""Addresses of the demo's mails, under `/posta-demo/`."""

from django.urls import URLPattern, URLResolver, path

from . import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.inbox, name="mail_demo"),
    path("<str:name>/", views.message, name="mail_demo_message"),
    path("<str:name>/html/", views.html, name="mail_demo_html"),
    path("<str:name>/allegati/<int:number>/", views.attachment, name="mail_demo_file"),
]
