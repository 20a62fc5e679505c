"""When a class's teacher can have a certificate; said as what stands in the way."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from campaigns.projects.catalogue.models import Edition
from campaigns.projects.enrolments.enums import EnrolmentState
from campaigns.projects.enrolments.models import Enrolment
from vicinia.accounts.models import User


def obstacle(enrolment: Enrolment, *, is_certified: bool, today: date) -> str:
    """Say why no certificate can be issued for a class, and what to do; "" when it can.

    Asks nothing of the database of an enrolment read with its edition and teacher.
    `queries.classes_to_certify` is the same for a list.
    """
    return (
        (_("There is a certificate for this class already.") if is_certified else "")
        or _of_enrolment(enrolment)
        or _of_edition(enrolment.edition, today)
        or _of_teacher(enrolment.teacher)
    )


def _of_enrolment(enrolment: Enrolment) -> str:
    if enrolment.state == EnrolmentState.CANCELLED:
        return _("The enrolment was cancelled: the class did not take part.")
    if enrolment.state == EnrolmentState.WAITING:
        return _("The class is on the waiting list: it did not take part.")
    return ""


def _of_edition(edition: Edition, today: date) -> str:
    if edition.last_meeting is None:
        return _("The edition does not say when it ends: write there the day of the last meeting.")
    if edition.last_meeting >= today:
        return _("The edition has not ended yet: issue it after the last meeting.")
    if edition.meetings_held is None:
        return _("The edition does not say that it took place: write there how many meetings were held.")
    if not edition.meetings_held:
        return _("No meeting of the edition was held.")
    return ""


def _of_teacher(teacher: User | None) -> str:
    if teacher is None or not teacher.is_active:
        return _("Who signed the class up is not known any more.")
    if not teacher.get_full_name():
        return _("The teacher has given neither name nor surname: ask them to, in their reserved area.")
    return ""
