"""The demo municipality's files: complete, consistent, and pointing only to what exists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from stdnum.it import iva

from vicinia.core.demo import moment

ROOT = Path(__file__).resolve().parents[3]
FILES = {
    "territory": "site/vicinia/territory/demo/territory.yaml",
    "pages": "site/vicinia/home/demo/pages.yaml",
    "services": "site/vicinia/directory/demo/services.yaml",
    "emergencies": "site/vicinia/emergencies/demo/emergencies.yaml",
    "figures": "site/vicinia/monitoring/demo/figures.yaml",
    "accounts": "site/vicinia/accounts/demo/accounts.yaml",
    "campaigns": "campaigns/demo/campaigns.yaml",
    "events": "campaigns/demo/events.yaml",
    "projects": "campaigns/demo/projects.yaml",
    "newsletter": "campaigns/demo/newsletter.yaml",
    "calls": "calls/demo/calls.yaml",
    "organisations": "partners/demo/organisations.yaml",
    "schools": "partners/demo/schools.yaml",
}
DEMO = {name: yaml.safe_load((ROOT / path).read_text("utf-8")) for name, path in FILES.items()}
MONTHS = DEMO["figures"]["months"]
# 0000 is no Italian prefix; the others are the national helplines, which are the same for everybody.
PHONE = re.compile(r"0000 \d{6}")
HELPLINES = {"112", "1522"}


def keys(items: list[dict[str, Any]]) -> list[str]:
    return [item["key"] for item in items]


TOPICS = set(keys(DEMO["territory"]["topics"]))
GROUPS = set(keys(DEMO["territory"]["target_groups"]))
PLACES = set(keys(DEMO["territory"]["places"]))
UNITS = set(keys(DEMO["territory"]["units"]))
AREAS = set(keys(DEMO["territory"]["municipality"]["areas"]))
SECTIONS = set(keys(DEMO["pages"]["sections"]))
ORGANISATIONS = set(keys(DEMO["organisations"]["organisations"]))
SCHOOLS = set(keys(DEMO["schools"]["schools"]))
CAMPAIGNS = set(keys(DEMO["campaigns"]))
COUNTED = {"campaigns": 6, "events": 8, "projects": 8, "calls": 5, "services": 23}


def walk(node: Any) -> Iterator[tuple[str, Any]]:
    """Every field of every mapping, at any depth."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield name, value
            yield from walk(value)
    elif isinstance(node, list):
        for item in node:
            yield from walk(item)


def words(node: Any) -> Iterator[str]:
    """Every text, at any depth."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from words(value)
    elif isinstance(node, list):
        for item in node:
            yield from words(item)


def lists_of_keyed(node: Any) -> Iterator[list[str]]:
    """Every list whose items have a key."""
    if isinstance(node, dict):
        for value in node.values():
            yield from lists_of_keyed(value)
    elif isinstance(node, list):
        found = [item["key"] for item in node if isinstance(item, dict) and "key" in item]
        if found:
            yield found
        for item in node:
            yield from lists_of_keyed(item)


@pytest.mark.parametrize("name", sorted(DEMO))
def test_keys_are_slugs_and_never_repeat_in_their_list(name: str) -> None:
    for found in lists_of_keyed(DEMO[name]):
        assert [key for key, times in Counter(found).items() if times > 1] == []
        assert all(re.fullmatch(r"[a-z0-9]+([-_][a-z0-9]+)*", key) for key in found)


@pytest.mark.parametrize(("name", "count"), COUNTED.items())
def test_the_demo_has_as_much_as_a_municipality(name: str, count: int) -> None:
    assert len(DEMO[name]) == count


def test_every_area_of_the_office_has_its_page_and_at_least_one_service() -> None:
    assert len(SECTIONS) == 10
    assert {service["area"] for service in DEMO["services"]} == SECTIONS


@pytest.mark.parametrize("name", sorted(set(DEMO) - {"figures", "newsletter", "territory"}))
def test_references_lead_to_something(name: str) -> None:
    known: dict[str, set[str]] = {
        "topics": TOPICS,
        "target_groups": GROUPS,
        "unit": UNITS,
        "office": UNITS,
        "by": UNITS,
        "place": PLACES,
        "partner": ORGANISATIONS,
        "partners": ORGANISATIONS,
        "organisation": ORGANISATIONS,
        "school": SCHOOLS,
        "campaign": CAMPAIGNS,
        "section": SECTIONS,
        "areas": AREAS,
    }
    for field, value in walk(DEMO[name]):
        if field not in known or value is None:
            continue
        wanted = value if isinstance(value, list) else [value]
        asked = {item for item in wanted if isinstance(item, str)}
        assert asked <= known[field], (field, asked - known[field])


def test_an_area_of_a_place_or_a_service_exists() -> None:
    for item in [*DEMO["territory"]["places"], *DEMO["organisations"]["organisations"]]:
        assert item["area"] in AREAS


def test_newsletter_issues_are_made_of_things_that_exist() -> None:
    there = {
        "campaign": CAMPAIGNS,
        "event": set(keys(DEMO["events"])),
        "call": set(keys(DEMO["calls"])),
        "project": set(keys(DEMO["projects"])),
        "news": set(keys(DEMO["pages"]["news"])),
        "service": set(keys(DEMO["services"])),
    }
    topics = set(keys(DEMO["newsletter"]["topics"]))
    for issue in DEMO["newsletter"]["issues"]:
        assert set(issue["topics"]) <= topics
        for item in issue["items"]:
            kind, key = item["ref"].split(":")
            assert key in there[kind], item


def test_figures_speak_of_every_campaign_and_cover_every_month() -> None:
    assert set(DEMO["figures"]["campaigns"]) == CAMPAIGNS
    series = [
        value
        for field, value in walk(DEMO["figures"])
        if isinstance(value, list) and field not in {"year_numbers"}
    ]
    assert {len(values) for values in series} == {MONTHS}


def test_people_by_age_and_by_area_add_up_to_the_participants() -> None:
    for figures in DEMO["figures"]["campaigns"].values():
        total = sum(figures["participants"])
        assert sum(figures["by_age"].values()) == total
        assert sum(figures["by_area"].values()) == total
        assert set(figures["by_area"]) == AREAS


def test_the_inhabitants_add_up() -> None:
    town = DEMO["territory"]["municipality"]
    assert sum(band["people"] for band in town["population_by_age"]) == town["inhabitants"]
    assert sum(area["people"] for area in town["areas"]) == town["inhabitants"]


def test_no_real_municipality_has_the_cadastral_code() -> None:
    """Z is kept for foreign states, and Z999 is none."""
    assert DEMO["territory"]["municipality"]["cadastral_code"] == "Z999"
    assert {institute["cadastral_code"] for institute in DEMO["schools"]["institutes"]} == {"Z999"}


def test_tax_codes_pass_their_check_digit_and_do_not_repeat() -> None:
    codes = [item["tax_code"] for item in DEMO["organisations"]["organisations"]]
    codes.append(DEMO["territory"]["municipality"]["tax_code"])
    assert len(set(codes)) == len(codes) == 13
    assert all(iva.is_valid(code) for code in codes)


def test_school_codes_have_the_ministry_s_shape_and_point_to_their_institute() -> None:
    institutes = set(keys(DEMO["schools"]["institutes"]))
    rows = [*DEMO["schools"]["institutes"], *DEMO["schools"]["schools"]]
    assert len(rows) == 14
    assert len({row["code"] for row in rows}) == 14
    assert all(re.fullmatch(r"ML(AA|EE|MM|IC|IS|PS|TD)[A-Z0-9]{5}[1-9A-Z]", row["code"]) for row in rows)
    assert all(school["institute"] in institutes for school in DEMO["schools"]["schools"])


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


@pytest.mark.parametrize("name", sorted(DEMO))
def test_dates_are_days_from_today(name: str) -> None:
    dates = {
        "opens", "closes", "starts", "ends", "start", "end", "date", "when", "submitted", "saved", "sent",
        "started", "ended", "runts_date", "enrolment_opens", "enrolment_closes", "first_meeting",
        "last_meeting",
    }  # fmt: skip
    for field, value in walk(DEMO[name]):
        if field in dates and isinstance(value, str) and value[:1] in "+-":
            moment(value)
        if isinstance(value, str) and re.fullmatch(r"[+-]\d+d.*", value):
            moment(value)


def test_school_projects_never_have_more_classes_than_places() -> None:
    for project in DEMO["projects"]:
        assert set(project["grades"]) == set(project["orders"])
        for edition in project["editions"]:
            assert edition["enrolled"] <= edition["places"]
            assert edition["waiting"] == 0 or edition["enrolled"] == edition["places"]
            assert edition["school_year"] in {0, -1}


@pytest.mark.parametrize("name", sorted(DEMO))
def test_addresses_and_telephones_belong_to_nobody(name: str) -> None:
    for text in words(DEMO[name]):
        for domain in re.findall(r"[\w.-]+@([\w.-]+\w)", text):
            assert domain.endswith(".example"), text
        for host in re.findall(r"https?://([\w.-]+)", text):
            assert host.endswith(".example"), text
        for number in re.findall(r"tel:(\d+)", text):
            assert number in HELPLINES or number.startswith("0000"), text
    for field, value in walk(DEMO[name]):
        if field == "phone":
            assert PHONE.fullmatch(value), value


@pytest.mark.parametrize("name", sorted(DEMO))
def test_texts_are_written_and_every_picture_has_its_words(name: str) -> None:
    for text in words(DEMO[name]):
        assert not re.search(r"lorem|ipsum|\bTODO\b|xxx", text, re.IGNORECASE)
        assert "'" not in re.sub(r"https?://\S+", "", text), f"straight apostrophe in: {text[:80]}"
    for item in DEMO[name] if isinstance(DEMO[name], list) else []:
        if item.get("image"):
            assert item["image_alt"], item["key"]


def test_nobody_is_sent_to_a_form_or_a_file_that_is_not_there() -> None:
    promised = re.compile(
        r"modulo qui sotto|\bCSV\b|\bXLSX\b|dat[oi] apert[oi]|scarica i file", re.IGNORECASE
    )
    assert [text for text in words(DEMO) if promised.search(text)] == []


def test_nothing_is_written_twice() -> None:
    bodies = [
        text.strip()
        for name in ("campaigns", "events", "projects", "calls", "services", "pages")
        for field, text in walk(DEMO[name])
        if field in {"body", "description", "short", "summary", "lead", "intro"} and isinstance(text, str)
    ]
    assert [text for text, times in Counter(bodies).items() if times > 1] == []


def test_each_role_has_an_account() -> None:
    roles = {account["role"] for account in DEMO["accounts"]["accounts"] if account["role"]}
    assert roles == {
        "editor", "publisher", "calls_office", "responsible_official", "evaluator", "schools_office",
        "director", "transparency_officer", "administrator",
    }  # fmt: skip
    assert all(account["email"].endswith("@demo.example") for account in DEMO["accounts"]["accounts"])
