"""Pictures from strangers; every bad one is made here."""

import io
import struct
import zlib

import pytest
from PIL import Image

from deele.core import uploads
from deele.core.uploads import BadUpload


def picture(form="JPEG", size=(60, 40), **options):
    target = io.BytesIO()
    Image.new("RGB", size, "teal").save(target, form, **options)
    return io.BytesIO(target.getvalue())


def png_of_claimed_size(width, height):
    """A PNG whose header promises more pixels than it holds."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\x00" * 100)) + chunk(b"IEND", b"")
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + parts)


@pytest.mark.parametrize(("form", "kind"), [("JPEG", "jpeg"), ("PNG", "png"), ("WEBP", "webp"), ("GIF", "gif")])
def test_check_image_tells_the_type_from_the_content(form, kind):
    assert uploads.check_image(picture(form)) == f"image/{kind}"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"MZ\x90\x00\x03\x00\x00\x00" + b"\x00" * 100, "no_picture"),
        (b"%PDF-1.4", "no_picture"),
        (b"", "no_picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "svg"),
        (b"<?xml version='1.0'?>\n<!-- x -->\n<svg onload='alert(1)'/>", "svg"),
        (b"GIF89a<script>alert(1)</script>", "bad_upload"),
        (b"\xff\xd8\xff\xe0 no picture at all", "bad_upload"),
    ],
)
def test_check_image_refuses_what_is_no_picture(content, code):
    with pytest.raises(BadUpload) as refused:
        uploads.check_image(io.BytesIO(content))

    assert refused.value.code == code


@pytest.mark.parametrize("size", [(30_000, 30_000), (9_000, 9_000)])
def test_too_many_pixels_are_refused_before_they_are_drawn(size):
    with pytest.raises(BadUpload) as refused:
        uploads.check_image(png_of_claimed_size(*size))

    assert refused.value.code == "too_many_pixels"


def test_too_many_bytes_are_refused(monkeypatch):
    monkeypatch.setattr(uploads, "LARGEST", 100)
    with pytest.raises(BadUpload) as refused:
        uploads.check_image(picture())

    assert refused.value.code == "too_large"


def test_clean_image_drops_place_and_camera_and_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held upright
    exif[0x010F] = "Kamera Muster"
    exif.get_ifd(0x8825)[1] = "N"

    cleaned = uploads.clean_image(picture(exif=exif.tobytes()))
    stored = Image.open(io.BytesIO(cleaned.content))

    assert dict(stored.getexif()) == {}
    assert b"Kamera" not in cleaned.content
    assert stored.size == (cleaned.width, cleaned.height) == (40, 60)
    assert cleaned.content_type == "image/jpeg"
    assert cleaned.extension == "jpg"


def test_clean_image_drops_what_hangs_behind_the_picture():
    file = io.BytesIO(picture("PNG").getvalue() + b"PK\x03\x04<script>")

    assert b"<script>" not in uploads.clean_image(file).content


def test_clean_image_makes_large_pictures_fit():
    cleaned = uploads.clean_image(picture("WEBP", size=(3000, 1500)))

    assert (cleaned.width, cleaned.height, cleaned.extension) == (2400, 1200, "webp")


def test_clean_image_keeps_transparency():
    target = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(target, "PNG")

    assert Image.open(io.BytesIO(uploads.clean_image(target).content)).mode == "RGBA"


def test_cut_picture_is_refused():
    cut = io.BytesIO(picture("PNG", size=(400, 400)).getvalue()[:-30])

    with pytest.raises(BadUpload):
        uploads.clean_image(cut)
