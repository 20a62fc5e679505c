"""Where people meet the office, and which office answers."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.images import get_image_model_string

from vicinia.core.components import ContactPoint
from vicinia.territory.areas.models import Area

# What tells where a place is.
WHERE = ("street", "postcode", "area", "latitude", "longitude")
TEXTS = ("name", "summary", "how_to_reach", "hours", "image_alt", "body")


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
    address_is_reserved = models.BooleanField(
        _("reserved address"),
        default=False,
        help_text=_(
            "A shelter, an anti-violence centre: nobody may learn from the site where it is. The address is "
            "not kept here at all, so that it cannot slip out: delete street, neighbourhood and position, "
            "and write below how to get in touch."
        ),
    )
    street = models.CharField(_("street and number"), max_length=150, blank=True)
    postcode = models.CharField(_("postcode"), max_length=5, blank=True)
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
                FieldPanel("address_is_reserved"),
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
        constraints = [
            models.CheckConstraint(
                condition=Q(address_is_reserved=False)
                | Q(street="", postcode="", area=None, latitude=None, longitude=None),
                name="territory_reserved_address_not_kept",
                violation_error_message=_("Of a place with a reserved address the site keeps no address."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the place's own page."""
        return reverse("place", args=[self.slug])

    def clean(self) -> None:
        """Ask for the address, or for none of it, and for the alternative text of an image (WCAG 1.1.1)."""
        wrong: dict[str, str] = {}
        if self.image_id and not self.image_alt:
            wrong["image_alt"] = gettext("Write what the image shows: some readers do not see it.")
        if self.address_is_reserved:
            wrong |= dict.fromkeys(
                (name for name in WHERE if getattr(self, name) not in ("", None)),
                gettext("Delete this: a reserved address is not kept on the site."),
            )
            wrong |= dict.fromkeys(
                self._texts_that_tell_the_old_street(),
                gettext("The address is written here too: delete it, then save."),
            )
        else:
            for name in ("street", "postcode"):
                if not getattr(self, name):
                    wrong[name] = gettext("Write it, or say that the address is reserved.")
        if wrong:
            raise ValidationError(wrong)

    def _texts_that_tell_the_old_street(self) -> list[str]:
        """Return the texts that still name the street that the place had until now."""
        street = Place.objects.filter(pk=self.pk).values_list("street", flat=True).first()
        if not street:
            return []
        return [name for name in TEXTS if street.lower() in str(getattr(self, name)).lower()]

    @property
    def full_address(self) -> str:
        """Street and postcode in one line; of a reserved one, how to learn it."""
        if self.address_is_reserved:
            return gettext("Reserved address: get in touch, and you are told where to go.")
        return f"{self.street}, {self.postcode}"

    @property
    def is_delicate(self) -> bool:
        """Whether its page is read as a delicate page is: where the address is reserved, its readers are."""
        return self.address_is_reserved

    @property
    def neutral_title(self) -> str:
        """What the tab tells of a delicate place."""
        return gettext("Information")

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
