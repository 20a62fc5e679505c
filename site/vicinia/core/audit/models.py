"""The audit trail: who did what to which object, when."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .words import action_words, kind_words


class AuditEntry(models.Model):
    """One write, recorded in the same transaction by the service that made it."""

    at = models.DateTimeField(gettext_lazy("at"), auto_now_add=True, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=gettext_lazy("who"),
    )
    actor_label = models.CharField(gettext_lazy("name at the time"), max_length=200, blank=True)
    action = models.CharField(gettext_lazy("action"), max_length=100, db_index=True)
    target_type = models.CharField(gettext_lazy("kind of object"), max_length=100)
    target_id = models.CharField(gettext_lazy("object"), max_length=64)
    target_label = models.CharField(gettext_lazy("object's name at the time"), max_length=200)
    # Wagtail logs instants too, such as when a page is to go out.
    data = models.JSONField(gettext_lazy("details"), default=dict, encoder=DjangoJSONEncoder)
    request_id = models.CharField(gettext_lazy("request"), max_length=36, blank=True)

    class Meta:
        verbose_name = gettext_lazy("audit entry")
        verbose_name_plural = gettext_lazy("audit trail")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["target_type", "target_id"])]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.target_label}"

    @property
    def who(self) -> str:
        """The person's name at the time, or that of nobody."""
        return self.actor_label or _("the platform")

    @property
    def what(self) -> str:
        """What was done, in words."""
        return action_words(self.action)

    @property
    def kind(self) -> str:
        """What kind of object it was done to, in words."""
        return kind_words(self.target_type)
