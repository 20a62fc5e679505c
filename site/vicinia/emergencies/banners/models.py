"""The notice above every page."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


class Banner(models.Model):
    """A short notice that a person of the office raises above every page and later closes."""

    class Level(models.TextChoices):
        """How serious it is: an emergency is `danger`."""

        INFORMATION = "information", _("information")
        ATTENTION = "attention", _("attention")
        DANGER = "danger", _("emergency")

    level = models.CharField(_("level"), max_length=20, choices=Level, default=Level.ATTENTION)
    title = models.CharField(_("title"), max_length=80)
    text = models.CharField(_("text"), max_length=200, blank=True)
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page with what to do"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    raised_at = models.DateTimeField(_("raised at"))
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("raised by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    is_raised = models.BooleanField(_("shown now"), default=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)

    panels = [FieldPanel("level"), FieldPanel("title"), FieldPanel("text"), FieldPanel("page")]

    class Meta:
        verbose_name = _("notice above every page")
        verbose_name_plural = _("notices above every page")
        ordering = ["-raised_at"]
        constraints = [
            # Two notices at once are read by nobody.
            models.UniqueConstraint(
                fields=["is_raised"], condition=models.Q(is_raised=True), name="one_banner_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return self.title
