"""The demo's calls: budgets, states, applications and scores that fit together."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from tests.support.demo_files import DEMO
from vicinia.core.demo import moment


@pytest.mark.parametrize("call", DEMO["calls"], ids=lambda call: call["key"])
def test_a_call_s_weights_sum_to_one_hundred_and_its_grants_fit_the_budget(call: dict[str, Any]) -> None:
    assert sum(criterion["weight"] for criterion in call["criteria"]) == 100
    low, high, budget = (Decimal(call[name]) for name in ("grant_min", "grant_max", "budget"))
    assert Decimal(0) < low <= high <= budget
    assert moment(call["opens"]) < moment(call["closes"])
    funded = [a["outcome"].get("amount", "0") for a in call["applications"] if "outcome" in a]
    assert sum((Decimal(amount) for amount in funded), Decimal(0)) <= budget


@pytest.mark.parametrize("call", DEMO["calls"], ids=lambda call: call["key"])
def test_a_call_is_in_the_state_its_dates_say(call: dict[str, Any]) -> None:
    now, opens, closes = moment("+0d"), moment(call["opens"]), moment(call["closes"])
    if opens > now:
        expected = "upcoming"
    elif closes > now:
        expected = "closing_soon" if (closes - now).days <= 3 else "open"
    else:
        expected = "concluded" if call.get("ranking") else "under_evaluation"
    assert call["state"] == expected


@pytest.mark.parametrize("call", DEMO["calls"], ids=lambda call: call["key"])
def test_applications_answer_the_questions_of_their_form(call: dict[str, Any]) -> None:
    questions = {question["key"]: question for question in call["questions"]}
    wanted = {item["key"]: item["required"] for item in call["attachments"]}
    for application in call["applications"]:
        answers, sent = application["answers"], application["status"] == "submitted"
        assert set(answers) <= set(questions)
        assert set(application["attachments"]) <= set(wanted)
        for key, question in questions.items():
            if sent and question["required"]:
                assert answers.get(key), (call["key"], application["organisation"], key)
            if question["kind"] in {"choice", "multiple"} and key in answers:
                chosen = answers[key] if isinstance(answers[key], list) else [answers[key]]
                assert set(chosen) <= set(question["options"])
            if "max_length" in question and key in answers:
                assert len(answers[key]) <= question["max_length"]
        if sent:
            assert moment(call["opens"]) <= moment(application["submitted"]) <= moment(call["closes"])


def test_the_ranking_follows_the_scores() -> None:
    call = next(call for call in DEMO["calls"] if call["key"] == "estate-insieme")
    scored = [a for a in call["applications"] if "scores" in a]
    for application in scored:
        assert Decimal(application["outcome"]["total"]) == sum(application["scores"])
        weights = [criterion["weight"] for criterion in call["criteria"]]
        assert all(score <= top for score, top in zip(application["scores"], weights, strict=True))
    totals = [Decimal(a["outcome"]["total"]) for a in sorted(scored, key=lambda a: a["outcome"]["rank"])]
    assert all(better > worse for better, worse in pairwise(totals))
