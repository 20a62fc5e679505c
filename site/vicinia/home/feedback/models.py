"""How clear people found the pages."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Reason(models.TextChoices):
    """The fixed answers of the municipal model: strengths for 4 and 5, difficulties for 1 to 3."""

    CLEAR = "clear", _("The instructions were clear")
    COMPLETE = "complete", _("The instructions were complete")
    RIGHT_WAY = "right_way", _("I always knew that I was going the right way")
    NO_TROUBLE = "no_trouble", _("I had no technical problems")
    OTHER_GOOD = "other_good", _("Something else that went well")
    UNCLEAR = "unclear", _("Some instructions were not clear")
    INCOMPLETE = "incomplete", _("Some instructions were incomplete")
    LOST = "lost", _("Sometimes I did not know whether I was going the right way")
    TROUBLE = "trouble", _("I had technical problems")
    OTHER_BAD = "other_bad", _("Something else that went wrong")


STRENGTHS = (Reason.CLEAR, Reason.COMPLETE, Reason.RIGHT_WAY, Reason.NO_TROUBLE, Reason.OTHER_GOOD)
DIFFICULTIES = (Reason.UNCLEAR, Reason.INCOMPLETE, Reason.LOST, Reason.TROUBLE, Reason.OTHER_BAD)
LOWEST, HIGHEST, FIRST_GOOD = 1, 5, 4


class PageRating(models.Model):
    """One answer to "How clear is the information on this page?": nothing says who gave it."""

    path = models.CharField(_("page"), max_length=255, db_index=True)
    rating = models.PositiveSmallIntegerField(
        _("rating"), validators=[MinValueValidator(LOWEST), MaxValueValidator(HIGHEST)]
    )
    reason = models.CharField(_("reason"), max_length=12, choices=Reason, blank=True)
    comment = models.CharField(_("details"), max_length=200, blank=True)
    # The day is enough for a report, and says less about a person than the instant.
    given_on = models.DateField(_("given on"), auto_now_add=True)

    class Meta:
        verbose_name = _("rating of a page")
        verbose_name_plural = _("ratings of pages")
        ordering = ["-given_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rating__gte=LOWEST, rating__lte=HIGHEST), name="page_rating_from_1_to_5"
            )
        ]

    def __str__(self) -> str:
        return f"{self.path}: {self.rating}"
