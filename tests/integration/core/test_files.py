"""What people upload is kept as it is only if its content is what we can accept."""

import hashlib
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from tests.factories.accounts import UserFactory
from tests.factories.documents import (
    image_bomb_bytes,
    image_bytes,
    pdf_bytes,
    pdf_protected_with_aes_bytes,
    upload,
)
from vicinia.core.files.kinds import IMAGE, PDF
from vicinia.core.files.models import StoredFile
from vicinia.core.files.services import FileRefused, store_generated, store_upload
from vicinia.core.files.views import stream

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def kept_files() -> list[Path]:
    return [path for path in Path(settings.PRIVATE_ROOT).rglob("*") if path.is_file()]


def test_a_sound_pdf_is_kept_privately_under_a_name_that_tells_nothing() -> None:
    content, person = pdf_bytes(), UserFactory()
    stored = store_upload(upload=upload(content, "Statuto della Società.pdf"), kinds=(PDF,), by=person)
    assert stored.content_type == "application/pdf"
    assert stored.size == len(content)
    assert stored.sha256 == hashlib.sha256(content).hexdigest()
    assert stored.uploaded_by == person
    assert "Statuto" in stored.name
    assert "Statuto" not in stored.file.name
    assert Path(stored.file.path).is_relative_to(settings.PRIVATE_ROOT)
    assert not Path(stored.file.path).is_relative_to(settings.MEDIA_ROOT)
    with stored.file.open("rb") as file:
        assert file.read() == content


def test_a_private_file_cannot_be_asked_for_by_address(client: Client) -> None:
    stored = store_upload(upload=upload(pdf_bytes()), kinds=(PDF,), by=None)
    assert client.get(f"{settings.MEDIA_URL}{stored.file.name}", follow=True).status_code == 404


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_is_known_by_its_content_whatever_its_name(kind: str) -> None:
    stored = store_upload(upload=upload(image_bytes(kind), "foto.pdf"), kinds=(IMAGE, PDF), by=None)
    assert stored.content_type == f"image/{kind.lower()}"


REFUSED = {
    "empty": (b"", "vuoto"),
    "page in disguise": (b"<html><script>alert(1)</script></html>", "tipo"),
    "program in disguise": (b"MZ" + b"\x00" * 2000, "tipo"),
    "picture where a PDF is wanted": (image_bytes(), "tipo"),
    "damaged PDF": (b"%PDF-1.7\n" + b"garbage " * 500, "danneggiato"),
    "cut PDF": (pdf_bytes(pages=3)[:200], "danneggiato"),
    "PDF with a password": (pdf_bytes(password="segreta"), "password"),
    "PDF protected with AES": (pdf_protected_with_aes_bytes(), "password"),
    "PDF for one reader alone": (
        pdf_bytes(password="segreta").replace(b"/Standard", b"/Adobe.PubSec"),
        "password",
    ),
    "PDF without pages": (pdf_bytes(pages=0), "pagine"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_is_no_use_is_refused_with_the_reason_and_nothing_is_kept(case: str) -> None:
    content, reason = REFUSED[case]
    with pytest.raises(FileRefused, match=reason):
        store_upload(upload=upload(content), kinds=(PDF,), by=None)
    assert not StoredFile.objects.exists()


def test_a_file_over_the_limit_is_refused(settings: object) -> None:
    settings.UPLOAD_MAX_MB = 0.0001  # type: ignore[attr-defined]
    with pytest.raises(FileRefused, match="più grande"):
        store_upload(upload=upload(pdf_bytes()), kinds=(PDF,), by=None)


def test_a_picture_that_would_fill_the_memory_is_refused_unopened() -> None:
    bomb = image_bomb_bytes()
    assert len(bomb) < 200
    with pytest.raises(FileRefused):
        store_upload(upload=upload(bomb, "foto.png"), kinds=(IMAGE,), by=None)


def test_a_large_but_sober_picture_under_pillows_own_limit_is_refused_too() -> None:
    with pytest.raises(FileRefused, match="megapixel"):
        store_upload(
            upload=upload(image_bomb_bytes(width=8_000, height=8_000), "foto.png"), kinds=(IMAGE,), by=None
        )


def test_a_damaged_picture_is_refused() -> None:
    with pytest.raises(FileRefused, match="danneggiata"):
        store_upload(upload=upload(image_bytes()[:60], "foto.png"), kinds=(IMAGE,), by=None)


def test_a_file_that_the_platform_makes_is_kept_too() -> None:
    stored = store_generated(content=b"hello", name="ricevuta.pdf", content_type="application/pdf")
    assert stored.sha256 == hashlib.sha256(b"hello").hexdigest()
    assert stored.uploaded_by is None


def test_a_private_file_is_sent_with_its_name_and_kept_by_nobody_on_the_way() -> None:
    stored = store_generated(content=b"hello", name="ricevuta.pdf", content_type="application/pdf")
    response = stream(stored)
    assert b"".join(response.streaming_content) == b"hello"
    response.close()
    assert response["Content-Disposition"] == 'attachment; filename="ricevuta.pdf"'
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_two_uploads_of_the_same_name_do_not_meet() -> None:
    first = store_upload(upload=upload(pdf_bytes(), "a.pdf"), kinds=(PDF,), by=None)
    second = store_upload(upload=upload(pdf_bytes(pages=2), "a.pdf"), kinds=(PDF,), by=None)
    assert first.file.name != second.file.name
    assert first.sha256 != second.sha256


def test_a_refused_file_leaves_no_bytes_behind() -> None:
    before = kept_files()
    with pytest.raises(FileRefused):
        store_upload(upload=upload(b"not a pdf"), kinds=(PDF,), by=None)
    assert kept_files() == before
