"""The municipalities that the office serves: one, or those of a social district (*ambito*)."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


class ServedMunicipality(models.Model):
    """A municipality whose schools people may choose; known by its cadastral (Belfiore) code."""

    name = models.CharField(_("name"), max_length=100)
    cadastral_code = models.CharField(
        _("cadastral code"),
        max_length=4,
        unique=True,
        validators=[RegexValidator(r"^[A-Z]\d{3}$", _("A letter and three digits, such as H501."))],
        help_text=_("A letter and three digits: the code that appears in the codice fiscale."),
    )

    panels = [FieldPanel("name"), FieldPanel("cadastral_code")]

    class Meta:
        verbose_name = _("served municipality")
        verbose_name_plural = _("served municipalities")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
