"""The demo municipality's files: complete, consistent, and pointing only to what exists."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from stdnum.it import iva

from tests.support.demo_files import DEMO, keys, lists_of_keyed, walk, words
from vicinia.core.demo import moment

MONTHS = DEMO["figures"]["months"]
# 0000 is no Italian prefix; the others are the national helplines, which are the same for everybody.
PHONE = re.compile(r"0000 \d{6}")
HELPLINES = {"112", "1522"}
# A point on the map belongs to nobody.
MAPS = "www.openstreetmap.org"


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
    # Blocks of a page have fields of their own: loading them says what is missing.
    for field, value in walk(DEMO[name], outside="blocks"):
        if field not in known or value is None:
            continue
        wanted = value if isinstance(value, list) else [value]
        asked = {item for item in wanted if isinstance(item, str)}
        assert asked <= known[field], (field, asked - known[field])


def test_an_area_of_a_place_or_a_service_exists() -> None:
    for item in [*DEMO["territory"]["places"], *DEMO["organisations"]["organisations"]]:
        assert item.get("reserved") or item["area"] in AREAS


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
            assert host.endswith(".example") or host == MAPS, text
        for number in re.findall(r"tel:(\d+)", text):
            assert number in HELPLINES or number.startswith("0000"), text
    for field, value in walk(DEMO[name]):
        if field == "phone":
            assert PHONE.fullmatch(value), value


@pytest.mark.parametrize("name", sorted(DEMO))
def test_texts_are_written_and_every_picture_has_its_words(name: str) -> None:
    for text in words(DEMO[name]):
        assert not re.search(r"lorem|ipsum|\b(?-i:TODO)\b|xxx", text, re.IGNORECASE)
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
