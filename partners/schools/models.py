"""Institutes, schools, and who works there. No personal data of pupils, anywhere."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .enums import Capacity, ContactStatus, Registry, SchoolOrder

CODE_SHAPE = r"^[A-Z]{2}[A-Z0-9]{8}$"
valid_code = RegexValidator(CODE_SHAPE, _("A school code has ten letters and digits, such as RMIC8AB00X."))


class Institute(models.Model):
    """The body that one or more schools belong to (*istituto di riferimento*)."""

    code = models.CharField(_("code"), max_length=10, unique=True, validators=[valid_code])
    name = models.CharField(_("name"), max_length=150)
    email = models.EmailField(_("e-mail"), blank=True)
    pec = models.EmailField(_("certified mail (PEC)"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    website = models.URLField(_("website"), max_length=300, blank=True)
    address = models.CharField(_("address"), max_length=150, blank=True)
    postcode = models.CharField(_("postcode"), max_length=5, blank=True)
    municipality_code = models.CharField(_("cadastral code of the municipality"), max_length=4, blank=True)
    municipality = models.CharField(_("municipality"), max_length=100, blank=True)
    is_aggregator = models.BooleanField(
        _("only groups its schools"),
        default=False,
        help_text=_("A comprehensive institute teaches in its schools: it has no classes of its own."),
    )
    fingerprint = models.CharField(max_length=32, blank=True, editable=False)

    class Meta:
        verbose_name = _("institute")
        verbose_name_plural = _("institutes")
        ordering = ["name", "code"]

    def __str__(self) -> str:
        return self.name


class SchoolQuerySet(models.QuerySet["School"]):
    """Named selections of schools."""

    def active(self) -> SchoolQuerySet:
        """Schools in use."""
        return self.filter(is_active=True)

    def teaching(self) -> SchoolQuerySet:
        """Schools with classes: without the rows of the registry that only group others."""
        return self.filter(is_aggregator=False)

    def in_municipalities(self, codes: Iterable[str]) -> SchoolQuerySet:
        """Schools of these municipalities (cadastral codes)."""
        return self.filter(municipality_code__in=list(codes))


class School(models.Model):
    """One row of the ministry's registry: a school site (*plesso*), or an institute's own row."""

    code = models.CharField(_("code"), max_length=10, unique=True, validators=[valid_code])
    name = models.CharField(_("name"), max_length=150)
    institute = models.ForeignKey(
        Institute,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="schools",
        verbose_name=_("institute"),
    )
    order = models.CharField(_("order"), max_length=14, choices=SchoolOrder)
    level = models.CharField(_("kind of school"), max_length=100, blank=True)
    features = models.CharField(_("features"), max_length=60, blank=True)
    is_aggregator = models.BooleanField(_("only groups its schools"), default=False)
    is_head_office = models.BooleanField(_("head office of its institute"), default=False)
    all_through_code = models.CharField(
        _("code of the all-through institute"),
        max_length=15,
        blank=True,
        help_text=_("Istituto omnicomprensivo."),
    )
    address = models.CharField(_("address"), max_length=150, blank=True)
    postcode = models.CharField(_("postcode"), max_length=5, blank=True)
    municipality_code = models.CharField(_("cadastral code of the municipality"), max_length=4, blank=True)
    municipality = models.CharField(_("municipality"), max_length=100, blank=True)
    province = models.CharField(_("province"), max_length=50, blank=True)
    region = models.CharField(_("region"), max_length=50, blank=True)
    area = models.CharField(_("part of Italy"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    pec = models.EmailField(_("certified mail (PEC)"), blank=True)
    website = models.URLField(_("website"), max_length=300, blank=True)
    registry = models.CharField(_("registry"), max_length=10, choices=Registry, default=Registry.LOCAL)
    school_year = models.CharField(
        _("school year"), max_length=7, blank=True, help_text=_("Such as 2025/26.")
    )
    is_active = models.BooleanField(_("in use"), default=True)
    first_year = models.CharField(
        _("first school year"),
        max_length=7,
        blank=True,
        help_text=_("The year of the first file that had it."),
    )
    closed_year = models.CharField(
        _("closed since"),
        max_length=7,
        blank=True,
        help_text=_("The school year of the file that no longer had it; the school is kept, not in use."),
    )
    # Digest of the registry's row as we keep it: an import compares this and writes only differences.
    fingerprint = models.CharField(max_length=32, blank=True, editable=False)

    objects = SchoolQuerySet.as_manager()

    class Meta:
        verbose_name = _("school")
        verbose_name_plural = _("schools")
        ordering = ["name", "code"]
        indexes = [models.Index(fields=["municipality_code", "order", "name"])]
        constraints = [
            models.CheckConstraint(condition=Q(code__regex=CODE_SHAPE), name="partners_school_code_shape"),
            models.CheckConstraint(
                condition=Q(order__in=SchoolOrder.values), name="partners_school_order_known"
            ),
            models.CheckConstraint(
                condition=Q(closed_year="") | Q(is_active=False), name="partners_school_closed_is_not_in_use"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SchoolContactQuerySet(models.QuerySet["SchoolContact"]):
    """Named selections of people of the schools."""

    def confirmed(self) -> SchoolContactQuerySet:
        """Those who may act."""
        return self.filter(status=ContactStatus.CONFIRMED)

    def waiting(self) -> SchoolContactQuerySet:
        """Those whose request nobody has decided yet."""
        return self.filter(status=ContactStatus.DECLARED)


class SchoolContact(models.Model):
    """A teacher or a secretary who asked to act for a school, and what became of it."""

    school = models.ForeignKey(
        School, on_delete=models.CASCADE, related_name="contacts", verbose_name=_("school")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="school_contacts",
        verbose_name=_("person"),
    )
    capacity = models.CharField(
        _("what they do there"), max_length=10, choices=Capacity, default=Capacity.TEACHER
    )
    # Whose office the person is; only for an office, and empty when the school has no institute.
    office_of = models.ForeignKey(
        Institute,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="offices",
        verbose_name=_("office of"),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=ContactStatus, default=ContactStatus.DECLARED
    )
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    created_at = models.DateTimeField(_("since"), auto_now_add=True)
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)
    settled_at = models.DateTimeField(_("last change of status"), default=timezone.now)
    # The link sent to the institute: what we keep cannot be turned back into it.
    link_hash = models.CharField(max_length=64, blank=True, editable=False)
    link_sent_to = models.EmailField(_("link sent to"), blank=True, editable=False)
    link_sent_at = models.DateTimeField(_("link sent at"), null=True, blank=True, editable=False)
    referent_asked_at = models.DateTimeField(
        _("asked to be the contact person at"), null=True, blank=True, editable=False
    )
    links_sent = models.PositiveSmallIntegerField(_("links sent"), default=0, editable=False)

    objects = SchoolContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("school contact")
        verbose_name_plural = _("school contacts")
        indexes = [models.Index(fields=["link_sent_to", "link_sent_at"], name="partners_contact_links")]
        constraints = [
            models.UniqueConstraint(fields=["school", "user"], name="partners_school_contact_once"),
            models.UniqueConstraint(
                fields=["link_hash"], condition=~Q(link_hash=""), name="partners_school_contact_link"
            ),
            models.UniqueConstraint(
                fields=["office_of"],
                condition=Q(status=ContactStatus.CONFIRMED),
                name="partners_school_contact_one_office",
            ),
            models.CheckConstraint(
                condition=Q(status__in=ContactStatus.values), name="partners_school_contact_status_known"
            ),
            models.CheckConstraint(
                condition=Q(capacity__in=Capacity.values), name="partners_school_contact_capacity_known"
            ),
            models.CheckConstraint(
                condition=Q(office_of__isnull=True) | Q(capacity=Capacity.OFFICE),
                name="partners_school_contact_office_only",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.school}"
