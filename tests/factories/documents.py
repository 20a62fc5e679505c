"""Files as people upload them: sound, damaged, disguised."""

from __future__ import annotations

import io
import struct
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pypdf import PdfWriter


def pdf_bytes(*, pages: int = 1, password: str = "") -> bytes:
    """A PDF that opens, with so many blank pages."""
    writer = PdfWriter()
    for _page in range(pages):
        writer.add_blank_page(width=595, height=842)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def image_bytes(kind: str = "PNG", *, width: int = 40, height: int = 30) -> bytes:
    """A small picture."""
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(buffer, kind)
    return buffer.getvalue()


def image_bomb_bytes(*, width: int = 60_000, height: int = 60_000) -> bytes:
    """A PNG of a few bytes that says it is of 3,600 megapixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\x00"))
        + chunk(b"IEND", b"")
    )


def upload(content: bytes, name: str = "documento.pdf") -> SimpleUploadedFile:
    """A file as a form receives it; the type that the browser claims is wrong on purpose."""
    return SimpleUploadedFile(name, content, content_type="application/octet-stream")
