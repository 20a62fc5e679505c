"""Translations without a system gettext: extract, compile, check.

    python tools/messages.py extract   rewrite locale/*/LC_MESSAGES/django.po from the sources
    python tools/messages.py compile   write the .mo files that Django reads
    python tools/messages.py check     fail when Italian lacks a string or a source string is not in the file

Templates pass through Django's own `templatize`, which turns them into Python-like source.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("site/vicinia", "campaigns", "calls", "partners", "templates")
LANGUAGES = ("it",)
KEYWORDS = {
    "gettext": None, "gettext_lazy": None, "gettext_noop": None, "_": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip


def source_files() -> Iterator[Path]:
    """Every Python module and template that may hold a translatable string."""
    for folder in SOURCES:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".py", ".html", ".txt", ".typ"} and "migrations" not in path.parts:
                yield path


def source_catalog() -> Catalog:
    """Extract all strings, without line numbers: they would make every change a conflict."""
    catalog = Catalog(charset="utf-8")
    for path in source_files():
        text = path.read_text(encoding="utf-8")
        if path.suffix != ".py":
            # A template's own indentation means nothing to Python's tokenizer, which would stop at it.
            text = "\n".join(line.lstrip() for line in templatize(text, origin=str(path)).splitlines())
        source = io.BytesIO(text.encode())
        for _line, message, comments, context in extract("python", source, KEYWORDS, ["Translators:"]):
            # Django marks %-formatted strings; Babel's python-format flag follows from the text itself.
            catalog.add(message, auto_comments=comments, context=context)
    return catalog


def po_path(language: str) -> Path:
    """Where a language's catalogue is kept."""
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> Catalog:
    """Read a language's catalogue; an absent one is empty."""
    path = po_path(language)
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language, charset="utf-8")


def messages(catalog: Catalog) -> Iterator[Message]:
    """The entries of a catalogue, without its header."""
    return (message for message in catalog if message.id)


def is_translated(message: Message) -> bool:
    """Tell whether every form of a message has a final text."""
    forms = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
    return bool(forms) and all(forms) and not message.fuzzy


def do_extract() -> int:
    """Rewrite the catalogues: new strings empty, strings no longer used dropped, sorted."""
    wanted = source_catalog()
    for language in LANGUAGES:
        old = read(language)
        new = Catalog(locale=language, charset="utf-8", fuzzy=False)
        for message in messages(wanted):
            known = old.get(message.id, message.context)
            new.add(
                message.id,
                string=known.string if known else None,
                flags=[flag for flag in message.flags if flag != "fuzzy"],
                auto_comments=message.auto_comments,
                context=message.context,
            )
        po_path(language).parent.mkdir(parents=True, exist_ok=True)
        with po_path(language).open("wb") as file:
            write_po(file, new, width=110, sort_output=True, omit_header=False, ignore_obsolete=True)
        missing = sum(not is_translated(message) for message in messages(new))
        print(f"{language}: {len(list(messages(new)))} strings, {missing} to translate")
    return 0


def do_compile() -> int:
    """Write the binary catalogues that Django reads."""
    for language in LANGUAGES:
        with po_path(language).with_suffix(".mo").open("wb") as file:
            write_mo(file, read(language))
    return 0


def do_check() -> int:
    """List the source strings that have no final Italian text."""
    wanted = source_catalog()
    faults = 0
    for language in LANGUAGES:
        known = read(language)
        for message in messages(wanted):
            found = known.get(message.id, message.context)
            if found is None or not is_translated(found):
                print(f"{language}: not translated: {message.id!r}")
                faults += 1
    print(f"translations: {faults} missing")
    return 1 if faults else 0


if __name__ == "__main__":
    commands = {"extract": do_extract, "compile": do_compile, "check": do_check}
    if len(sys.argv) != 2 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    sys.exit(commands[sys.argv[1]]())
