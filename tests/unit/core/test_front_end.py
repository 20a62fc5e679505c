"""What the build makes: icons that exist, nothing fetched from others."""

import re

from django.conf import settings

BUILT = settings.ROOT / "build" / "static" / "vicinia"
USED = re.compile(r"""{%\s*icon\s+"([a-z0-9-]+)\"""")


def test_every_icon_in_use_is_in_the_sprite() -> None:
    sprite = (BUILT / "icons.svg").read_text()
    templates = (settings.ROOT / "templates").rglob("*.html")
    used = {name for path in templates for name in USED.findall(path.read_text())}
    assert used
    assert not {name for name in used if f'id="{name}"' not in sprite}


def test_styles_fetch_only_from_this_site() -> None:
    for name in ("site.css", "site.rtl.css", "admin.css"):
        addresses = re.findall(r"url\(([^)]*)\)", (BUILT / name).read_text())
        assert not [address for address in addresses if address.strip("\"'").startswith(("http", "//"))]


def test_right_to_left_pages_have_their_own_mirrored_style() -> None:
    assert (BUILT / "site.rtl.css").read_text() != (BUILT / "site.css").read_text()


def test_the_lock_file_names_no_registry() -> None:
    assert '"resolved"' not in (settings.ROOT / "package-lock.json").read_text()
