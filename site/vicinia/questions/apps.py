"""The one engine of forms: question kinds, frozen versions, answers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuestionsConfig(AppConfig):
    """The one engine of forms: question kinds, frozen versions, answers."""

    name = "vicinia.questions"
    label = "questions"
    verbose_name = _("Forms")

    def ready(self) -> None:
        """Say that forms name people only as their authors."""
        from vicinia.accounts.personal.registry import WORK_OF_THE_OFFICE, PersonalSource, sources

        created_by = {"questions.FormVersion.created_by": WORK_OF_THE_OFFICE}
        sources.register("questions", PersonalSource(not_told=created_by))
