"""Rules about templates: nothing inline (the policy would block it), components say what they take."""

import re

from tests.architecture.sources import ROOT, shown

TEMPLATES = ROOT / "templates"
# Mails need inline styles, printed documents and the staff's editor have other policies.
OTHER_POLICY = {"email", "emails", "pdf", "wagtailadmin"}
INLINE = re.compile(
    # A script of JSON is data: nothing runs it, and the policy lets it pass.
    r"<style\b|<script\b(?![^>]*(?:\bsrc=|\btype=\"application/json\"))|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:",
    re.IGNORECASE,
)
FOREIGN = re.compile(
    r"<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)=[\"'](?:https?:)?//", re.IGNORECASE
)
COMMENT = re.compile(r"{%\s*comment.*?endcomment\s*%}|{#.*?#}", re.DOTALL)


def test_public_templates_have_nothing_inline() -> None:
    public = [
        path
        for path in sorted(TEMPLATES.rglob("*.html"))
        if not OTHER_POLICY & set(path.relative_to(TEMPLATES).parts)
    ]
    faults = [
        f"{path.relative_to(ROOT)}: {match.group(0)}"
        for path in public
        if (match := INLINE.search(COMMENT.sub("", path.read_text())))
    ]
    assert not faults


def test_every_component_says_what_it_takes() -> None:
    components = sorted((TEMPLATES / "components").rglob("*.html"))
    silent = [path for path in components if not path.read_text().startswith(("{% comment", "{#"))]
    assert not shown(silent)


def test_templates_load_nothing_from_others() -> None:
    faults = [path for path in sorted(TEMPLATES.rglob("*.html")) if FOREIGN.search(path.read_text())]
    assert not shown(faults)
