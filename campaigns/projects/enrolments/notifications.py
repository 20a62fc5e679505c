"""The mails that follow what happens to an enrolment."""

from __future__ import annotations

from partners.schools.referents.queries import people_to_write
from vicinia.core import events, mail

from .events import ClassEnrolled, ClassPromoted, EnrolmentCancelled
from .models import Enrolment
from .queries import place_in_line


@events.on(ClassEnrolled)
def say_how_it_went(event: ClassEnrolled) -> None:
    """Tell the teacher: confirmed, or which place on the waiting list."""
    _send("confirmed" if event.is_confirmed else "waiting", event.enrolment_id)


@events.on(ClassPromoted)
def say_there_is_a_place(event: ClassPromoted) -> None:
    """Tell the teacher of a waiting class that it has a place now."""
    _send("promoted", event.enrolment_id)


@events.on(EnrolmentCancelled)
def say_it_is_cancelled(event: EnrolmentCancelled) -> None:
    """Confirm to the teacher that the class does not take part any more."""
    _send("cancelled", event.enrolment_id)


def _send(name: str, enrolment_id: int) -> None:
    enrolment = Enrolment.objects.select_related("edition__project", "school", "teacher").get(pk=enrolment_id)
    # Whoever signed the class up may have left: the class is the school's, and so is the mail.
    for person in people_to_write(enrolment.school, about_work_of=enrolment.teacher):
        context = {
            "enrolment": enrolment,
            "edition": enrolment.edition,
            "project": enrolment.edition.project,
            "place_in_line": place_in_line(enrolment),
            "action_url": mail.link("projects:enrolment", enrolment.pk, language=person.language),
        }
        mail.send(f"projects/{name}", to=[person.email], context=context, language=person.language)
