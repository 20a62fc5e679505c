"""Bodies known by their tax code, and the people who act for them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vicinia.core.validators import validate_not_future, validate_plain_letters

from .enums import ACTING_ROLES, STILL, LegalForm, MemberRole, OrganisationStatus, RuntsSection
from .identifiers import validate_iban, validate_runts_number, validate_vat_number
from .tax_code import validate_tax_code


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    """Named selections of bodies."""

    def living(self) -> OrganisationQuerySet:
        """Bodies that went into no other: one that did is no longer a body."""
        return self.exclude(status=OrganisationStatus.MERGED)

    def of_member(self, user_id: int) -> OrganisationQuerySet:
        """Bodies the person belongs to, in whatever role."""
        return self.living().filter(memberships__user_id=user_id)

    def acted_for_by(self, user_id: int) -> OrganisationQuerySet:
        """Bodies in whose name the person may write now."""
        return self.exclude(status__in=STILL).filter(
            memberships__user_id=user_id, memberships__role__in=ACTING_ROLES
        )


class Organisation(models.Model):  # type: ignore[django-manager-missing]
    """An association or another body (*ente*); the tax code says who it is, for ever."""

    name = models.CharField(_("name"), max_length=200, db_index=True, validators=[validate_plain_letters])
    legal_form = models.CharField(_("legal form"), max_length=20, choices=LegalForm)
    # Text, not a number: a quarter of the real ones begin with zero.
    tax_code = models.CharField(_("tax code"), max_length=16, unique=True, validators=[validate_tax_code])
    vat_number = models.CharField(
        _("VAT number"), max_length=11, blank=True, validators=[validate_vat_number]
    )
    runts_number = models.CharField(
        _("RUNTS number"), max_length=20, blank=True, validators=[validate_runts_number]
    )
    runts_section = models.CharField(_("RUNTS section"), max_length=1, choices=RuntsSection, blank=True)
    runts_date = models.DateField(
        _("in RUNTS since"), null=True, blank=True, validators=[validate_not_future]
    )
    email = models.EmailField(_("e-mail"))
    pec = models.EmailField(_("certified mail (PEC)"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    postcode = models.CharField(_("postcode"), max_length=5, blank=True)
    city = models.CharField(_("town"), max_length=100, blank=True)
    website = models.URLField(_("website"), blank=True)
    # Read in full by the representative and the calls office alone (`queries.may_see_iban`).
    iban = models.CharField(_("IBAN"), max_length=34, blank=True, validators=[validate_iban])
    description = models.TextField(_("what it does"), max_length=3000, blank=True)
    who_they_help = models.CharField(_("who it helps"), max_length=255, blank=True)
    founded = models.PositiveSmallIntegerField(_("founded in"), null=True, blank=True)
    volunteers = models.PositiveIntegerField(_("volunteers"), null=True, blank=True)
    topics = models.ManyToManyField(
        "territory.Topic", verbose_name=_("topics"), related_name="organisations", blank=True
    )
    target_groups = models.ManyToManyField(
        "territory.TargetGroup", verbose_name=_("target groups"), related_name="organisations", blank=True
    )
    status = models.CharField(
        _("status"), max_length=10, choices=OrganisationStatus, default=OrganisationStatus.TO_VERIFY
    )
    status_reason = models.CharField(_("reason of the status"), max_length=500, blank=True)
    merged_into = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("gone into"),
    )
    members = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        through="partners.Membership",
        through_fields=("organisation", "user"),
        related_name="organisations",
        verbose_name=_("members"),
    )
    created_at = models.DateTimeField(_("registered on"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("registered by"),
    )
    updated_at = models.DateTimeField(_("last change"), auto_now=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["status", "name"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(tax_code__regex=r"^([0-9]{11}|[A-Z0-9]{16})$"),
                name="partners_organisation_tax_code_shape",
            ),
            models.CheckConstraint(
                condition=Q(vat_number="") | Q(vat_number__regex=r"^[0-9]{11}$"),
                name="partners_organisation_vat_number_shape",
            ),
            models.CheckConstraint(
                condition=Q(runts_section__in=["", *RuntsSection.values]),
                name="partners_organisation_runts_section_known",
            ),
            models.CheckConstraint(
                condition=~Q(runts_number="") | Q(runts_section="", runts_date__isnull=True),
                name="partners_organisation_runts_has_number",
                violation_error_message=_("Write the RUNTS number too, or leave section and date empty."),
            ),
            models.CheckConstraint(
                condition=Q(status__in=OrganisationStatus.values), name="partners_organisation_status_known"
            ),
            models.CheckConstraint(
                condition=~Q(status=OrganisationStatus.SUSPENDED) | ~Q(status_reason=""),
                name="partners_organisation_suspension_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(status=OrganisationStatus.MERGED, merged_into__isnull=False)
                | (~Q(status=OrganisationStatus.MERGED) & Q(merged_into__isnull=True)),
                name="partners_organisation_merged_somewhere",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def seat(self) -> str:
        """Address and town on one line: `Via della Filanda 6, 99048 Fontalba`."""
        town = " ".join(filter(None, [self.postcode, self.city]))
        return ", ".join(filter(None, [self.address, town]))


class Membership(models.Model):
    """A person who acts for a body, with what they may do there."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("organisation")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="memberships",
        verbose_name=_("person"),
    )
    role = models.CharField(_("role"), max_length=20, choices=MemberRole)
    created_at = models.DateTimeField(_("since"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("added by"),
    )

    # A document of the dossier, for who signs in the representative's place.
    mandate = models.ForeignKey(
        "partners.DossierVersion",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("mandate to sign"),
    )

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "user"], name="partners_membership_once"),
            models.CheckConstraint(
                condition=Q(role__in=MemberRole.values), name="partners_membership_role_known"
            ),
            models.CheckConstraint(
                condition=~Q(role=MemberRole.LEGAL_REPRESENTATIVE) | Q(mandate__isnull=True),
                name="partners_representative_needs_no_mandate",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.organisation}"

    @property
    def writes(self) -> bool:
        """Whether the person may write in the body's name, as both are here: the services ask again."""
        return self.role in ACTING_ROLES and self.organisation.status not in STILL
