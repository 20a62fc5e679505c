"""The one engine of forms: question kinds, frozen versions, answers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuestionsConfig(AppConfig):
    """The one engine of forms: question kinds, frozen versions, answers."""

    name = "vicinia.questions"
    label = "questions"
    verbose_name = _("Forms")
