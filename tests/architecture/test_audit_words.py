"""Every action that a service records has words for whoever reads the trail."""

import re

import pytest
from wagtail.log_actions import registry

from tests.architecture.sources import modules, shown
from vicinia.core.audit.words import VERBS, action_words

RECORDED = re.compile(r'audit\.record\(\s*f?"[\w.{}]*?(\{?\w+\}?)"')


def test_every_recorded_verb_has_words() -> None:
    verbs = {verb: path for path in modules() for verb in RECORDED.findall(path.read_text())}
    assert len(verbs) > 25, "the pattern no longer finds the recorded actions"
    nameless = {verb: shown([path]) for verb, path in verbs.items() if verb not in VERBS and verb[0] != "{"}
    assert not nameless


def test_wagtails_actions_have_words_from_the_first_request_of_a_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(registry, "formatters", {})
    monkeypatch.setattr(registry, "has_scanned_for_actions", False)
    assert action_words("wagtail.rename")
