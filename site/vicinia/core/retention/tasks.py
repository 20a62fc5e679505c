"""The nightly job that applies the terms."""

from __future__ import annotations

import structlog
from django_tasks import task

from .registry import rules

log = structlog.get_logger(__name__)


@task(queue_name="slow")
def apply_retention() -> dict[str, int]:
    """Apply every rule; return how many records each dealt with. One that fails does not stop the others."""
    done: dict[str, int] = {}
    failed = []
    for key, rule in rules.items():
        if rule.apply is None or rule.term is None:
            continue
        try:
            done[key] = rule.apply(rule.term)
        except Exception:
            log.exception("a retention rule failed", rule=key)
            failed.append(key)
    log.info("retention applied", **done)
    if failed:
        raise RetentionFailed(", ".join(failed))
    return done


class RetentionFailed(Exception):
    """Some rules could not be applied: the task is shown as failed to whoever looks after the site."""
