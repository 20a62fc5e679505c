"""The states of an application."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vicinia.core.state import StateTable


class ApplicationStatus(models.TextChoices):
    """Where an application stands."""

    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("sent")
    WITHDRAWN = "withdrawn", _("withdrawn")


class SentAs(models.TextChoices):
    """In which capacity a person sends in a body's name."""

    REPRESENTATIVE = "representative", _("the legal representative")
    DELEGATE = "delegate", _("who has a mandate of the legal representative")
    MEMBER = "member", _("a person who fills in and sends for the body")


APPLICATION_STEPS = StateTable[ApplicationStatus](
    {
        ApplicationStatus.DRAFT: frozenset({ApplicationStatus.SUBMITTED, ApplicationStatus.WITHDRAWN}),
        ApplicationStatus.SUBMITTED: frozenset({ApplicationStatus.WITHDRAWN}),
        ApplicationStatus.WITHDRAWN: frozenset(),
    }
)
