"""Documents of events: what is taken, and what becomes public."""

import io
import zipfile

import pytest
from PIL import Image

from deele.core.uploads import BadUpload
from deele.events.actions import documents
from deele.events.models import Document
from deele.events.rules import pictures
from deele.events.tests.registering import NOW, an_event

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def words(**more):
    return {"kind": "folien", "title": "Folien", **more}


def add(file, **more):
    return documents.add(event=an_event(), file=file, words=words(**more), by=None, now=NOW)


def packed(*names):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return io.BytesIO(target.getvalue())


def picture():
    target = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(target, "JPEG", exif=b"Exif\x00\x00secret-place")
    return io.BytesIO(target.getvalue())


def test_a_pdf_is_kept_and_not_public_by_itself():
    made = add(io.BytesIO(b"%PDF-1.7 Folien"))
    assert made.file.name.endswith(".pdf")
    assert not made.released


def test_slides_are_taken_but_not_macros_programs_or_strange_archives():
    assert add(packed("[Content_Types].xml", "ppt/presentation.xml")).file.name.endswith(".pptx")
    for file in (
        packed("ppt/presentation.xml", "ppt/vbaProject.bin"), packed("virus.exe"),
        io.BytesIO(b"MZ\x00\x01\x02\x03" * 9),
        io.BytesIO(b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
    ):  # fmt: skip
        with pytest.raises(BadUpload):
            add(file)
    assert Document.objects.count() == 1


def test_a_photo_needs_words_and_loses_its_place():
    with pytest.raises(documents.Missing):
        add(picture(), kind="foto")
    made = add(picture(), kind="foto", alt="Ein rotes Feld", credit="Kollege Muster")
    assert b"secret-place" not in made.file.read()


def test_nothing_is_public_without_rights():
    with pytest.raises(documents.RightsFirst):
        add(io.BytesIO(b"%PDF-1.7"), released=True)
    made = add(io.BytesIO(b"%PDF-1.7"))
    with pytest.raises(documents.RightsFirst):
        documents.release(document=made, released=True, rights_cleared=False, by=None, now=NOW)
    documents.release(document=made, released=True, rights_cleared=True, by=None, now=NOW)
    assert Document.objects.get().released


def test_the_file_goes_with_the_document(django_capture_on_commit_callbacks):
    made = add(io.BytesIO(b"%PDF-1.7"))
    storage, name = made.file.storage, made.file.name
    with django_capture_on_commit_callbacks(execute=True):
        documents.remove(document=made, by=None, now=NOW)
    assert not storage.exists(name)


def large_photo(width=1400, height=900):
    """A photo as a telephone makes it: with its place, its time and its name."""
    exif = Image.Exif()
    exif[0x010F] = "secret-camera"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (52.0, 22.0, 30.0)
    target = io.BytesIO()
    Image.effect_noise((width, height), 80).convert("RGB").save(target, "JPEG", exif=exif, comment=b"secret-comment")
    return io.BytesIO(target.getvalue())


def released_photo(**more):
    said = {"alt": "Ein Hof", "credit": "Kollege Muster", "rights_cleared": True, "released": True}
    return documents.add(event=an_event(), file=large_photo(**more), words=words(kind="foto", **said), by=None, now=NOW)


def test_a_photo_is_kept_in_smaller_sizes_that_tell_of_no_place_and_no_camera(client):
    made = released_photo()
    assert (made.width, made.height) == (1400, 900)
    sizes = {}
    for width in (480, 960):
        answer = client.get(f"/veranstaltungen/{made.event_id}/dateien/{made.pk}/{width}.webp")
        content = b"".join(answer.streaming_content)
        assert answer["Content-Type"] == "image/webp"
        with Image.open(io.BytesIO(content)) as image:
            assert (image.format, image.width, dict(image.getexif())) == ("WEBP", width, {})
        assert b"secret" not in content
        sizes[width] = len(content)
    whole = made.file.read()
    assert not dict(Image.open(io.BytesIO(whole)).getexif())
    assert b"secret" not in whole
    assert sizes[480] < sizes[960] < len(whole)
    assert client.get(f"/veranstaltungen/{made.event_id}/dateien/{made.pk}/1600.webp").status_code == 404


def test_sizes_are_no_way_around_the_release(client):
    made = released_photo()
    documents.release(document=made, released=False, rights_cleared=True, by=None, now=NOW)
    assert client.get(f"/veranstaltungen/{made.event_id}/dateien/{made.pk}/480.webp").status_code == 404


def test_the_page_offers_the_sizes_with_words_and_rights(client):
    made = released_photo()
    page = client.get(made.event.get_absolute_url()).content.decode()
    assert f"/dateien/{made.pk}/480.webp 480w, " in page
    assert f"/dateien/{made.pk}/ 1400w" in page
    assert 'alt="Ein Hof"' in page
    assert "Kollege Muster" in page
    assert 'width="1400" height="900"' in page


def test_a_small_photo_has_no_sizes(client):
    made = released_photo(width=400, height=300)
    assert "srcset" not in client.get(made.event.get_absolute_url()).content.decode()


def test_all_sizes_go_with_the_photo(django_capture_on_commit_callbacks):
    made = released_photo()
    storage = made.file.storage
    names = [made.file.name, *(pictures.variant_name(made.file.name, width) for width in (480, 960))]
    assert [storage.exists(name) for name in names] == [True] * 3
    with django_capture_on_commit_callbacks(execute=True):
        documents.remove(document=made, by=None, now=NOW)
    assert [storage.exists(name) for name in names] == [False] * 3
