"""Public addresses of the newsletter, under `/newsletter/`."""

from django.urls import path

from .issues import views as issue_views
from .subscriptions import views

app_name = "newsletter"

urlpatterns = [
    path("", views.subscribe, name="subscribe"),
    path("controlla-la-posta/", views.check_mail, name="check_mail"),
    path("conferma/<str:token>/", views.confirm, name="confirm"),
    path("confermata/", views.confirmed, name="confirmed"),
    path("preferenze/", views.ask_preferences, name="ask_preferences"),
    path("preferenze/<str:token>/", views.preferences, name="preferences"),
    path("disiscrizione/<str:token>/", views.leave, name="leave"),
    path("vai/<int:issue_id>/<int:position>/", issue_views.follow, name="follow"),
]
