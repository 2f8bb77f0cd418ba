"""Pictures: drawn anew, described, released, and gone when taken out."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from deele.directory.actions import photos
from deele.directory.enums import State
from deele.directory.models import Photo
from deele.directory.tests import factories
from deele.directory.tests.factories import NOW

pytestmark = pytest.mark.django_db
WORDS = {"alt": "Ein Hof", "caption": "", "credit": "Büro Muster", "released": True}


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEELE_SECOND_FACTOR = False


def picture() -> io.BytesIO:
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Kamera Muster"
    Image.new("RGB", (40, 30), "green").save(file, "JPEG", exif=exif)
    file.seek(0)
    return file


def test_picture_is_kept_without_camera_data():
    entry = factories.entry(state=State.PUBLISHED)

    photo = photos.add(entry=entry, file=picture(), words=WORDS, by=factories.staff(), now=NOW)

    assert (photo.width, photo.height) == (40, 30)
    assert not Image.open(photo.image).getexif()


def test_public_page_shows_released_pictures_only(client):
    entry = factories.entry(state=State.PUBLISHED)
    editor = factories.staff()
    photos.add(entry=entry, file=picture(), words=WORDS, by=editor, now=NOW)
    photos.add(entry=entry, file=picture(), words={**WORDS, "released": False}, by=editor, now=NOW)

    assert len(client.get(entry.get_absolute_url()).context["photos"]) == 1


@pytest.mark.parametrize(
    ("name", "content"), [("bild.jpg", b"MZ" + b"\0" * 200), ("bild.svg", b"<svg><script>alert(1)</script></svg>")]
)
def test_what_is_no_picture_is_named_and_not_kept(client, name, content):
    entry = factories.entry()
    client.force_login(factories.staff())
    data = {**WORDS, "released": "on", "file": SimpleUploadedFile(name, content)}

    response = client.post(reverse("directory:desk-photos", args=[entry.pk]), data)

    assert (Photo.objects.count(), "file" in response.context["form"].errors) == (0, True)


def test_what_resembles_appears_while_typing(client):
    factories.entry("Dorfladen Otersen", state=State.PUBLISHED, website="https://dorfladen.example")

    body = client.get(reverse("directory:alike"), {"title": "Dorfladen Otersen", "kind": "dorftreffpunkt"})

    assert [entry.title for entry, _like in body.context["alike"]] == ["Dorfladen Otersen"]
