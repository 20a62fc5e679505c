"""The credit of an image."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model_string

LONGEST = 150


class ImageCredit(models.Model):
    """Who made an image and under which licence; no row where nothing has to be said."""

    image = models.OneToOneField(
        get_image_model_string(),
        verbose_name=_("image"),
        on_delete=models.CASCADE,
        related_name="credit_line",
    )
    text = models.CharField(_("credit"), max_length=LONGEST)

    class Meta:
        verbose_name = _("credit of an image")
        verbose_name_plural = _("credits of images")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text=""),
                name="image_credit_says_something",
                violation_error_message=_("A credit without words is no credit."),
            )
        ]

    def __str__(self) -> str:
        return self.text
