"""The closed lists of the office's people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Proof(models.TextChoices):
    """How an administrator has made sure that who asks is who they say."""

    IN_PERSON = "in_person", _("In person, with an identity document")
    CALLED_BACK = "called_back", _("By telephone, calling a number that we had already")
    VIDEO = "video", _("In a video call, with an identity document")
    COLLEAGUE = "colleague", _("A colleague whom I know, in person")
