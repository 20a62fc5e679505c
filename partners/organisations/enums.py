"""The closed lists of organisations."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LegalForm(models.TextChoices):
    """What kind of body it is (D.Lgs. 117/2017 art. 4; calls admit some of them)."""

    ODV = "odv", _("Volunteer organisation (ODV)")
    APS = "aps", _("Social promotion association (APS)")
    SOCIAL_COOPERATIVE = "social_cooperative", _("Social cooperative")
    FOUNDATION = "foundation", _("Foundation")
    OTHER_ETS = "other_ets", _("Other third-sector body (ETS)")
    NON_ETS = "non_ets", _("Association or body outside the third-sector register")
    PUBLIC_BODY = "public_body", _("Public body")
    COMPANY = "company", _("Company")


class RuntsSection(models.TextChoices):
    """The sections of the national register (D.Lgs. 117/2017 art. 46)."""

    A = "a", _("A – Volunteer organisations")
    B = "b", _("B – Social promotion associations")
    C = "c", _("C – Philanthropic bodies")
    D = "d", _("D – Social enterprises")
    E = "e", _("E – Associative networks")
    F = "f", _("F – Mutual aid societies")
    G = "g", _("G – Other third-sector bodies")


class OrganisationStatus(models.TextChoices):
    """Whether the office has checked that the body is what it says."""

    TO_VERIFY = "to_verify", _("To be verified")
    VERIFIED = "verified", _("Verified")
    SUSPENDED = "suspended", _("Suspended")
    MERGED = "merged", _("Gone into another body")


class MemberRole(models.TextChoices):
    """What a person may do for a body."""

    LEGAL_REPRESENTATIVE = "legal_representative", _("Legal representative")
    EDITOR = "editor", _("Can fill in and send")
    READER = "reader", _("Can only read")


# In these the body's people read and nobody writes for it.
STILL = frozenset({OrganisationStatus.SUSPENDED, OrganisationStatus.MERGED})

# Who may write in the body's name: profile, applications, reports.
ACTING_ROLES = frozenset({MemberRole.LEGAL_REPRESENTATIVE, MemberRole.EDITOR})
