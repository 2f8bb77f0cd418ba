"""Documents of events: what is taken, and what becomes public."""

import io
import zipfile

import pytest
from PIL import Image

from deele.core.uploads import BadUpload
from deele.events.actions import documents
from deele.events.models import Document
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
