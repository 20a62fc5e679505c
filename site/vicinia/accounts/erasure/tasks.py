"""The nightly work on requests of deletion."""

from __future__ import annotations

import structlog
from django_tasks import task

from vicinia.core.clock import database_now
from vicinia.core.state import StepRefused

from .enums import ErasureState
from .models import ErasureRequest
from .services import NotYet, carry_out

log = structlog.get_logger(__name__)


class ErasureFailed(Exception):
    """Some requests (by number) could not be carried out: the task is shown as failed."""


@task(queue_name="slow")
def carry_out_due() -> int:
    """Carry out the requests whose day has come; return how many. Safe to run twice.

    One that fails does not stop the others. One that must wait (the person has become a body's only
    representative meanwhile) stays in the office's list, where the days left to answer are counted.
    """
    due = ErasureRequest.objects.filter(state=ErasureState.WAITING, due_at__lte=database_now())
    done = 0
    failed: list[str] = []
    for request in due.order_by("due_at"):
        try:
            carry_out(request=request)
            done += 1
        except (NotYet, StepRefused) as reason:
            log.warning("a deletion has to wait", request=request.pk, reason=type(reason).__name__)
        except Exception:
            log.exception("a deletion failed", request=request.pk)
            failed.append(str(request.pk))
    if failed:
        raise ErasureFailed(", ".join(failed))
    return done


def has_due() -> bool:
    """Tell whether some request's day has come."""
    return ErasureRequest.objects.filter(state=ErasureState.WAITING, due_at__lte=database_now()).exists()
