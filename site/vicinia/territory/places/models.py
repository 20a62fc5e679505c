"""Where people meet the office, and which office answers."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.images import get_image_model_string

from vicinia.core.components import ContactPoint
from vicinia.territory.areas.models import Area


class Place(models.Model):  # type: ignore[django-manager-missing]
    """A place open to the public, with the fields that the municipal model asks of it."""

    name = models.CharField(_("name"), max_length=150)
    slug = models.SlugField(_("address"), max_length=100, unique=True)
    kind = models.CharField(_("kind"), max_length=100, help_text=_("For example: help desk, library."))
    summary = models.CharField(_("short description"), max_length=255)
    image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt = models.CharField(_("alternative text of the image"), max_length=255, blank=True)
    body = RichTextField(_("text"), blank=True, features=["h2", "h3", "bold", "italic", "ol", "ul", "link"])
    street = models.CharField(_("street and number"), max_length=150)
    postcode = models.CharField(_("postcode"), max_length=5)
    area = models.ForeignKey(
        Area, verbose_name=_("neighbourhood"), null=True, blank=True, on_delete=models.PROTECT
    )
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    how_to_reach = models.TextField(_("how to reach it"))
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    hours = models.CharField(_("opening hours"), max_length=255, blank=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("kind"),
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Image")),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("street"), FieldPanel("postcode")]),
                FieldPanel("area"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                FieldPanel("how_to_reach"),
            ],
            heading=_("Where it is"),
        ),
        MultiFieldPanel(
            [FieldPanel("hours"), FieldRowPanel([FieldPanel("phone"), FieldPanel("email")])],
            heading=_("Contacts"),
        ),
    ]

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the place's own page."""
        return reverse("place", args=[self.slug])

    def clean(self) -> None:
        """Ask for the alternative text of an image, as pages do (WCAG 2.2, 1.1.1)."""
        if self.image_id and not self.image_alt:
            raise ValidationError(
                {"image_alt": gettext("Write what the image shows: some readers do not see it.")}
            )

    @property
    def full_address(self) -> str:
        """Street and postcode in one line."""
        return f"{self.street}, {self.postcode}"

    def contact_point(self) -> ContactPoint:
        """Return how to reach the place, as pages print it."""
        return ContactPoint(
            name=self.name,
            phone=self.phone,
            email=self.email,
            address=self.full_address,
            hours=self.hours,
            url=self.get_absolute_url(),
        )


class Unit(models.Model):  # type: ignore[django-manager-missing]
    """An internal office (*unità organizzativa*) that answers for services and procedures."""

    name = models.CharField(_("name"), max_length=150, unique=True)
    slug = models.SlugField(_("address"), max_length=100, unique=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    place = models.ForeignKey(
        Place, verbose_name=_("place"), null=True, blank=True, on_delete=models.PROTECT, related_name="units"
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
        FieldPanel("place"),
    ]

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def contact_point(self) -> ContactPoint:
        """Return how to reach the office, with the address and hours of its place."""
        place = self.place
        return ContactPoint(
            name=self.name,
            phone=self.phone,
            email=self.email,
            address=place.full_address if place else "",
            hours=place.hours if place else "",
            url=place.get_absolute_url() if place else "",
        )
