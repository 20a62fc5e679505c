"""What happens to an image that an editor uploads."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.images import get_image_model

from tests.support.editing import UNCLOSED, UNCLOSED_ON_DISK, errors, office
from vicinia.accounts.roles import Role

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings(UNCLOSED),
    pytest.mark.filterwarnings(UNCLOSED_ON_DISK),
]

DRAWING = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
GPS, ARTIST, ORIENTATION = 0x8825, 0x013B, 0x0112


def photograph(kind: str = "JPEG", size: tuple[int, int] = (80, 40)) -> bytes:
    """A picture that tells where it was taken, lying on its side."""
    picture = Image.new("RGB", size, "#06c")
    exif = picture.getexif()
    exif[ARTIST], exif[ORIENTATION] = "Chi fotografa", 6
    exif.get_ifd(GPS)[1] = "N"
    kept = io.BytesIO()
    picture.save(kept, kind, exif=exif)
    return kept.getvalue()


def send(content: bytes, name: str) -> str:
    """Upload an image as an editor; return what the form complains of."""
    answer = office(Role.EDITOR).post(
        reverse("wagtailimages:add"), {"title": "Casa", "file": SimpleUploadedFile(name, content)}
    )
    return "" if answer.status_code == 302 else errors(answer)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_photograph_stands_upright_and_does_not_tell_where_it_was_taken(kind: str) -> None:
    assert not send(photograph(kind), f"casa.{kind.lower()}")
    kept = get_image_model().objects.get()
    assert (kept.width, kept.height) == (40, 80)
    with kept.file.open() as file, Image.open(file) as opened:
        assert not opened.getexif()
        assert "exif" not in opened.info
    with kept.get_rendition("width-20").file.open() as file, Image.open(file) as drawn:
        assert not drawn.getexif()


def test_an_image_that_hides_nothing_is_kept_byte_for_byte() -> None:
    kept = io.BytesIO()
    Image.new("RGB", (8, 8)).save(kept, "PNG")
    assert not send(kept.getvalue(), "casa.png")
    with get_image_model().objects.get().file.open() as file:
        assert file.read() == kept.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (photograph(size=(400, 400))[:900], "casa.jpg", "L’immagine è rovinata"),
        (DRAWING, "casa.svg", "Formato immagine non supportato"),
        (DRAWING, "casa.png", "immagine .png valida"),
    ],
    ids=["cut short", "drawing with a script", "drawing with another name"],
)
def test_a_file_that_is_no_whole_image_is_refused_with_the_reason(
    content: bytes, name: str, said: str
) -> None:
    assert said in send(content, name)
    assert not get_image_model().objects.exists()


def test_an_image_of_sixty_million_points_is_refused_with_the_reason() -> None:
    kept = io.BytesIO()
    Image.new("1", (10_000, 6_000)).save(kept, "PNG")
    assert "troppi pixel" in send(kept.getvalue(), "casa.png")
    assert not get_image_model().objects.exists()
