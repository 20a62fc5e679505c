"""What an issue's own screen shows to the office."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vicinia.core.components import Fact, ProgressBar, StatTile
from vicinia.core.formats import long_datetime, whole
from vicinia.core.tasks.models import ProgressState

from . import rendering
from .enums import ISSUE_STEPS, IssueState
from .models import Issue
from .queries import count_recipients, delivery_totals, total_clicks


def issue(issue: Issue, *, may_write: bool) -> dict[str, Any]:
    """State, allowed actions, counts and progress of an issue."""
    state = IssueState(issue.state)
    totals = delivery_totals(issue)
    is_draft = state == IssueState.DRAFT
    trouble = (
        issue.progress.message if issue.progress and issue.progress.state == ProgressState.FAILED else ""
    )
    return {
        "issue": issue,
        "state": state,
        "is_moving": state == IssueState.SENDING,
        "trouble": trouble,
        "can_edit": may_write and is_draft,
        "can_send": may_write and is_draft,
        "can_stop": may_write and ISSUE_STEPS.allows(state, IssueState.STOPPED),
        "can_resume": may_write
        and (state == IssueState.STOPPED or bool(trouble and state == IssueState.SENDING)),
        "uncertain": totals.uncertain if may_write and state != IssueState.DRAFT else 0,
        "bar": None if is_draft else bar(issue, totals.queued, totals.recipients),
        "tiles": () if is_draft else tiles(issue),
        "facts": facts(issue),
        "items": rendering.cards_of(rendering.live_items(issue)),
        "links": issue.links.all(),
    }


def bar(issue: Issue, queued: int, written_down: int) -> ProgressBar:
    """How many copies are settled."""
    total = written_down or issue.recipients
    # The list is being written down, or was deleted long after the sending: the totals tell.
    done = written_down - queued if written_down else (issue.recipients if issue.finished_at else 0)
    label = _("%(done)s of %(total)s copies") % {"done": whole(done), "total": whole(total)}
    return ProgressBar(label, done, total)


def tiles(issue: Issue) -> tuple[StatTile, ...]:
    """The issue's counters. While it is being sent they are those of this moment."""
    totals = delivery_totals(issue)
    is_counted = issue.finished_at is not None
    return (
        StatTile(whole(issue.sent if is_counted else totals.sent), pgettext("copies", "sent")),
        StatTile(whole(issue.failed if is_counted else totals.failed), pgettext("copies", "refused")),
        StatTile(whole(total_clicks(issue)), _("times a link was followed")),
        StatTile(whole(issue.unsubscribed), _("left after it")),
    )


def facts(issue: Issue) -> tuple[Fact, ...]:
    """What the issue is."""
    is_draft = issue.state == IssueState.DRAFT
    rows = [
        Fact(_("Topics"), ", ".join(topic.name for topic in issue.topics.all())),
        Fact(_("Recipients"), whole(count_recipients(issue) if is_draft else issue.recipients)),
        Fact(_("Preview line"), issue.preheader),
        Fact(_("Written by"), str(issue.created_by) if issue.created_by else ""),
        Fact(_("Sending started"), long_datetime(issue.started_at) if issue.started_at else ""),
        Fact(_("Sending finished"), long_datetime(issue.finished_at) if issue.finished_at else ""),
    ]
    return tuple(row for row in rows if row.value)
