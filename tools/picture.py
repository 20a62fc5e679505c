"""Take the picture of the README again: the demo's home page at a desk, a phone in front of it.

.venv/bin/python -m tools.picture [ADDRESS]     a running demo, http://localhost:8000 unless told
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image, ImageDraw
from playwright.sync_api import Browser, sync_playwright

from tests.support import chromium

TARGET = Path(__file__).resolve().parent.parent / "docs" / "images" / "home.webp"
DESK, PHONE = (1280, 858), (360, 700)
MARGIN, RADIUS, FRAME, SMOOTH = 48, 14, 10, 4
GROUND, EDGE, DARK = "#e8eef4", "#c5d0dc", "#17324d"


def shot(browser: Browser, address: str, size: tuple[int, int], scale: int) -> Image.Image:
    """The first screen of a page, with its fonts and pictures."""
    width, height = size
    page = browser.new_page(
        viewport={"width": width, "height": height},
        device_scale_factor=scale,
        locale="it-IT",
        timezone_id="Europe/Rome",
        reduced_motion="reduce",
    )
    page.goto(address, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    return picture


def rounded(size: tuple[int, int], radius: int) -> Image.Image:
    """A mask with round corners, drawn larger so that its edge is smooth."""
    mask = Image.new("L", (size[0] * SMOOTH, size[1] * SMOOTH))
    box = (0, 0, mask.width - 1, mask.height - 1)
    ImageDraw.Draw(mask).rounded_rectangle(box, radius * SMOOTH, fill=255)
    return mask.resize(size, Image.Resampling.LANCZOS)


def framed(picture: Image.Image, *, border: int, colour: str, radius: int) -> Image.Image:
    """The picture with round corners and a border around it."""
    frame = Image.new("RGBA", (picture.width + 2 * border, picture.height + 2 * border), colour)
    frame.paste(picture, (border, border), rounded(picture.size, radius))
    frame.putalpha(rounded(frame.size, radius + border))
    return frame


def compose(desk: Image.Image, phone: Image.Image) -> Image.Image:
    """The desk's screen, and the phone over its lower right corner."""
    desk = framed(desk, border=1, colour=EDGE, radius=RADIUS)
    # A phone is looked at from nearer: its words would be too large beside the desk's.
    phone = phone.resize((phone.width * 5 // 12, phone.height * 5 // 12), Image.Resampling.LANCZOS)
    phone = framed(phone, border=FRAME, colour=DARK, radius=2 * RADIUS)
    beyond = phone.width // 2
    size = (desk.width + beyond + 2 * MARGIN, desk.height + 2 * MARGIN + MARGIN // 2)
    whole = Image.new("RGB", size, GROUND)
    whole.paste(desk, (MARGIN, MARGIN), desk)
    whole.paste(phone, (size[0] - MARGIN - phone.width, size[1] - MARGIN // 2 - phone.height), phone)
    return whole


def main() -> None:
    """Take both screens and write the picture, small enough for a README."""
    address = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium.find()), args=chromium.FLAGS)
        picture = compose(shot(browser, address, DESK, 1), shot(browser, address, PHONE, 2))
        browser.close()
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    picture.save(TARGET, quality=82, method=6)
    print(
        f"{TARGET.relative_to(Path.cwd())}: {picture.width} x {picture.height}, {TARGET.stat().st_size} bytes"
    )


if __name__ == "__main__":
    main()
