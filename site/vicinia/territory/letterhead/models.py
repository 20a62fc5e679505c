"""Who publishes this site."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="home")
class Letterhead(BaseGenericSetting):
    """The municipality and its office, as the head and foot of pages, mails and receipts print them."""

    name = models.CharField(_("short name"), max_length=100, default="Comune")
    full_name = models.CharField(_("full name"), max_length=150, default="Comune")
    office = models.CharField(_("office"), max_length=150, default="Politiche sociali e salute")
    tagline = models.CharField(_("motto"), max_length=150, blank=True)
    description = models.CharField(_("description"), max_length=300, blank=True)
    region_name = models.CharField(_("region"), max_length=100, blank=True)
    region_url = models.URLField(_("address of the region's site"), blank=True)
    website = models.URLField(_("address of the municipality's site"), blank=True)
    address = models.CharField(_("street and number"), max_length=150, blank=True)
    postcode = models.CharField(_("postcode"), max_length=5, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    pec = models.EmailField(_("certified e-mail (PEC)"), blank=True)
    tax_code = models.CharField(_("tax code"), max_length=16, blank=True)
    hours = models.CharField(_("opening hours"), max_length=255, blank=True)
    inhabitants = models.PositiveIntegerField(_("inhabitants"), default=0)
    inhabitants_date = models.DateField(_("inhabitants counted on"), null=True, blank=True)

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("name"), FieldPanel("full_name")]),
                FieldPanel("office"),
                FieldPanel("tagline"),
                FieldPanel("description"),
                FieldRowPanel([FieldPanel("region_name"), FieldPanel("region_url")]),
            ],
            heading=_("Who we are"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("address"), FieldPanel("postcode")]),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                FieldRowPanel([FieldPanel("pec"), FieldPanel("tax_code")]),
                FieldPanel("hours"),
                FieldPanel("website"),
            ],
            heading=_("Contacts"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("inhabitants"), FieldPanel("inhabitants_date")])],
            heading=_("Population"),
        ),
    ]

    class Meta:
        verbose_name = _("letterhead")
        verbose_name_plural = _("letterhead")

    def __str__(self) -> str:
        return self.full_name
