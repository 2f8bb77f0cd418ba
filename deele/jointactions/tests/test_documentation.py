"""What is left of an action: files of what took place, shown once it is over, never without their rights."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from PIL import Image

from deele.access.tests.factories import colleague
from deele.core.uploads import BadUpload
from deele.jointactions.actions import documentation
from deele.jointactions.enums import State
from deele.jointactions.models import JointAction, Material
from deele.jointactions.tests import factories
from deele.jointactions.tests.factories import NOW, PDF
from deele.jointactions.tests.test_files import GPS, with_place

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
PHOTO = {
    "kind": "foto", "title": "Eröffnung im Rathaus", "credit": "Foto Muster", "alt": "Menschen vor Bildern",
    "people": "alle_einverstanden", "minors": "keine",
}  # fmt: skip


def over(**fields):
    return factories.action("Ausstellung Muster", state=State.DONE, **fields)


def photo(of, content=None, **told):
    return factories.material(of, content or factories.jpeg(), "foto.jpg", **{**PHOTO, **told})


def fetched(client, row, size="gross"):
    return client.get(reverse("jointactions:document", args=[row.pk, size]))


def test_files_are_shown_when_the_action_is_over_and_not_before(client):
    action = over()
    report, taken = factories.material(action), photo(action)

    for state, wanted in ((State.RUNNING, 404), (State.DONE, 200), (State.EVALUATED, 200)):
        JointAction.objects.filter(pk=action.pk).update(state=state)
        page = client.get(action.get_absolute_url()).content.decode()
        assert ("Bericht Muster" in page, "Foto Muster" in page) == (wanted == 200, wanted == 200)
        assert [fetched(client, one).status_code for one in (report, taken)] == [wanted, wanted]
    JointAction.objects.filter(pk=action.pk).update(is_public=False)
    assert fetched(client, report).status_code == 404


def test_a_report_leaves_as_a_download_and_a_photo_for_the_page(client):
    action = over()
    report, taken = factories.material(action), photo(action)

    answer = fetched(client, report)
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    small = fetched(client, taken, "klein")
    assert Image.open(io.BytesIO(b"".join(small.streaming_content))).format == "WEBP"


def test_a_photo_is_drawn_anew_without_place_and_camera(client):
    taken = photo(over(), with_place())

    assert GPS not in taken.file.read()


@pytest.mark.parametrize(("field", "given"), [
    ("rights", ""), ("credit", ""), ("alt", ""), ("people", ""), ("people", "nicht_gefragt"), ("minors", ""),
    ("minors", "nicht_gefragt"), ("upload", None),
])  # fmt: skip
def test_a_photo_without_a_right_is_not_kept(field, given):
    told = {} if field == "upload" else {field: given}
    content = b"" if field == "upload" else factories.jpeg()
    form = factories.material_form(over(), content, "foto.jpg", **{**PHOTO, **told})

    assert field in form.errors
    assert not Material.objects.exists()


@pytest.mark.parametrize("fields", [{"rights": ""}, {"credit": ""}, {"people": "nicht_gefragt"}, {"alt": ""}])
def test_the_database_keeps_no_photo_without_a_right(fields):
    taken = photo(over())

    with pytest.raises(IntegrityError), transaction.atomic():
        Material.objects.filter(pk=taken.pk).update(**fields)


def test_where_nobody_is_seen_nobody_is_asked_about():
    assert photo(over(), people="niemand", minors="").pk


@pytest.mark.parametrize(("content", "name"), [
    (b"MZ" + b"\0" * 500, "programm.pdf"), (b"<svg onload='alert(1)'>", "bild.jpg"), (PDF, "foto.jpg"),
])  # fmt: skip
def test_what_it_is_decides_the_content_never_the_name(content, name):
    told = PHOTO if name.endswith("jpg") else {}
    form = factories.material_form(over(), content, name, **told)

    assert form.is_valid()
    with pytest.raises(BadUpload):
        documentation.save(form=form, by=None, now=NOW)
    assert not Material.objects.exists()


def test_files_go_when_they_are_taken_out_or_replaced(django_capture_on_commit_callbacks):
    action = over()
    taken = photo(action)
    storage, names = taken.file.storage, [taken.file.name, taken.small.name]

    again = factories.material_form(action, factories.jpeg(2), "foto.jpg", taken, **PHOTO)
    assert again.is_valid(), again.errors
    with django_capture_on_commit_callbacks(execute=True):
        documentation.save(form=again, by=None, now=NOW)
    taken.refresh_from_db()
    assert not any(storage.exists(name) for name in names)
    assert storage.exists(taken.file.name)

    with django_capture_on_commit_callbacks(execute=True):
        documentation.remove(row=taken, by=None, now=NOW)
    assert not storage.exists(taken.file.name)
    assert not Material.objects.exists()


def test_links_stand_there_as_before(client):
    action = factories.action()
    told = {"kind": "link", "title": "Bericht der Zeitung", "url": "https://example.org/bericht", "rights": ""}
    factories.material(action, b"", **told)

    assert "Bericht der Zeitung" in client.get(action.get_absolute_url()).content.decode()


def test_the_office_puts_a_file_in_and_looks_at_it(client, settings):
    settings.DEELE_SECOND_FACTOR = False
    client.force_login(colleague("redaktion"))
    action = factories.action()
    new = reverse("jointactions:desk-part-new", args=[action.pk, "dokumentation"])
    sent = {"kind": "datei", "title": "Programm", "rights": "Büro Muster", "upload": SimpleUploadedFile("p.pdf", PDF)}

    assert "enctype" in client.get(new).content.decode()
    assert client.post(new, sent)["Location"] == action.desk_url()

    kept = Material.objects.get()
    page = client.get(action.desk_url()).content.decode()
    assert "sobald die Aktion vorbei ist" in page
    assert client.get(reverse("jointactions:desk-document", args=[kept.pk, "gross"])).status_code == 200


def test_a_refused_file_is_said_on_the_form_and_nothing_typed_is_lost(client, settings):
    settings.DEELE_SECOND_FACTOR = False
    client.force_login(colleague("redaktion"))
    action = factories.action()
    new = reverse("jointactions:desk-part-new", args=[action.pk, "dokumentation"])
    sent = {"kind": "datei", "title": "Programm", "rights": "Büro Muster", "upload": SimpleUploadedFile("p.pdf", b"MZ")}

    page = client.post(new, sent).content.decode()

    assert "Programm" in page
    assert "PDF" in page
    assert not Material.objects.exists()
