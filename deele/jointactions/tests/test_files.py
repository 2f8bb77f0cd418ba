"""Files as they come: broken, huge, disguised, with a place in them, twice."""

import io
import struct
import zlib

import pytest
from PIL import Image

from deele.core.uploads import BadUpload
from deele.jointactions.actions import pictures, sending
from deele.jointactions.enums import Standing
from deele.jointactions.queries import desk
from deele.jointactions.rules import sameness
from deele.jointactions.tests import factories

GPS, CAMERA = b"GPSInfo", b"Kamera Muster"


def with_place() -> bytes:
    """A JPEG that tells camera and place."""
    exif = Image.Exif()
    exif[0x010F] = CAMERA.decode()
    exif[0x0112] = 6  # lies on its side
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (52.0, 22.0, 33.0), "E", (9.0, 43.0, 55.0)
    return factories.jpeg(exif=exif.tobytes(), comment=GPS)


def bomb() -> bytes:
    """A PNG of a few bytes that claims 40,000 by 40,000 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 0, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\0" * 200
BAD = {
    "drawing with a script": (SVG, "SVG"),
    "heic": (HEIC, "HEIC"),
    "too many bytes": (factories.jpeg() + b"\0" * (40 * 1024 * 1024), "MB"),
    "bomb": (bomb(), "Bildpunkte"),
    "cut off": (factories.jpeg()[:900], "beschädigt"),
    "program": (b"MZ" + b"\0" * 500, "Programm"),
    "pdf named jpg": (b"%PDF-1.7\n" + b"\0" * 500, "PDF"),
    "nothing": (b"", "leere"),
}


@pytest.mark.parametrize(("content", "word"), BAD.values(), ids=BAD.keys())
def test_a_file_that_is_no_photo_is_refused_by_name(content, word):
    with pytest.raises(BadUpload) as problem:
        pictures.prepared(io.BytesIO(content))

    assert word in problem.value.message


def test_camera_and_place_are_gone_from_both_sizes_and_the_photo_stands_upright():
    content = with_place()
    assert CAMERA in content
    assert Image.open(io.BytesIO(content)).getexif().get_ifd(0x8825)

    ready = pictures.prepared(io.BytesIO(content))

    for kept in (ready.picture.content, ready.small):
        assert CAMERA not in kept
        assert GPS not in kept
        assert b"Exif" not in kept
        assert dict(Image.open(io.BytesIO(kept)).getexif()) == {}
    assert (ready.picture.width, ready.picture.height) == (240, 320)


def test_the_same_photo_is_known_when_it_was_saved_smaller_or_anew():
    content = factories.jpeg(1)
    small = io.BytesIO()
    factories.painting(1).resize((200, 150)).save(small, "JPEG", quality=60)

    first, again, other = (sameness.look(one) for one in (content, small.getvalue(), factories.jpeg(2)))

    assert sameness.alike(first, again)
    assert not sameness.alike(first, other)
    assert not sameness.alike("0" * 16, "0" * 16)


@pytest.mark.django_db
def test_the_office_sees_that_another_person_sent_the_same_photo():
    first = factories.submission(Standing.SUBMITTED, seeds=(1,))
    second = factories.submission(Standing.SUBMITTED, of=first.call, seeds=(1,), email="zwei@example.org")
    third = factories.submission(Standing.SUBMITTED, of=first.call, seeds=(3,), email="drei@example.org")

    found = desk.twins([second, third])

    assert found[second.pk] == [first]
    assert found[third.pk] == []


@pytest.mark.django_db
def test_one_submission_holds_the_same_photo_once():
    sent = factories.submission(Standing.DRAFT, seeds=(1, 1))
    assert sent.photos.count() == 1

    with pytest.raises(sending.Lacking, match="schon da"):
        sending.add_photo(submission=sent, ready=pictures.prepared(factories.file(1)), now=factories.NOW)


@pytest.mark.django_db
def test_a_draft_takes_no_more_photos_than_the_call_says():
    sent = factories.submission(Standing.DRAFT, of=factories.call(most_photos=2), seeds=(1, 2, 3))
    assert sent.photos.count() == 2

    with pytest.raises(sending.Lacking, match="keine weiteren"):
        sending.add_photo(submission=sent, ready=pictures.prepared(factories.file(4)), now=factories.NOW)
