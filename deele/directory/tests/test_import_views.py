"""The import at the desk, and the export for everybody."""

import csv
import io
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from deele.core import spreadsheet
from deele.directory import tasks
from deele.directory.enums import State
from deele.directory.models import Batch, Entry
from deele.directory.models.imports import BatchState
from deele.directory.tests import factories
from deele.directory.tests.test_imports import FIRST, HEAD, SECOND, places  # noqa: F401  a fixture

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, settings):
    settings.DEELE_SECOND_FACTOR = False
    client.force_login(factories.staff())
    return client


def sent(desk, content, name="liste.csv", **fields):
    file = SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())
    return desk.post(reverse("directory:imports"), {"file": file, **fields})


def test_a_table_goes_from_the_file_to_the_directory_and_back(desk):
    sent(desk, HEAD + FIRST + SECOND, publish="on")
    batch = Batch.objects.get()
    columns = reverse("directory:import-columns", args=[batch.pk])
    page = desk.get(columns)
    desk.post(columns, {f"column_{number}": batch.mapping[name] for number, name in enumerate(batch.header)})
    looked = desk.get(batch.get_absolute_url())
    desk.post(reverse("directory:import-take-over", args=[batch.pk]))

    assert "Projektname" in page.content.decode()
    assert "Wohnhof Lindenblüte" in looked.content.decode()
    assert set(Entry.objects.values_list("state", flat=True)) == {State.PUBLISHED}

    desk.post(reverse("directory:import-take-back", args=[batch.pk]))

    assert Entry.objects.count() == 0
    assert desk.get(batch.get_absolute_url()).status_code == 200


def test_a_row_is_decided_on_its_page(desk):
    sent(desk, HEAD + FIRST + ";Hof am Meer;Wohnprojekt;;Neuenkirchen;;;;\n")
    batch = Batch.objects.get()
    desk.post(
        reverse("directory:import-columns", args=[batch.pk]),
        {f"column_{number}": batch.mapping[name] for number, name in enumerate(batch.header)},
    )
    address = reverse("directory:import-row", args=[batch.pk, 3])
    page = desk.get(address).content.decode()
    desk.post(address, {"place_key": "03459026", "decision": ""})
    desk.post(reverse("directory:import-take-over", args=[batch.pk]))

    assert "03453010" in page
    assert Entry.objects.get(title="Hof am Meer").place.key == "03459026"


@pytest.mark.parametrize(
    ("content", "name"), [(b"MZ\x90\x00\x03\x00\x00\x00" + b"\x00" * 99, "tabelle.xlsx"), (b"", "leer.csv")]
)
def test_what_is_no_table_is_answered_at_the_field(desk, content, name):
    answer = sent(desk, content, name)

    assert answer.status_code == 200
    assert len(answer.context["form"].errors["file"]) == 1
    assert Batch.objects.count() == 0


def test_a_file_too_large_is_answered_by_a_page(desk, settings):
    settings.DEELE_MAX_UPLOAD = 50

    answer = sent(desk, HEAD + FIRST)

    assert answer.status_code == 413
    assert Batch.objects.count() == 0


def test_two_columns_for_one_field_are_answered(desk):
    sent(desk, HEAD + FIRST)
    batch = Batch.objects.get()

    answer = desk.post(reverse("directory:import-columns", args=[batch.pk]), {"column_1": "name", "column_2": "name"})

    assert answer.status_code == 200
    assert len(answer.context["form"].non_field_errors()) == 1


def test_a_large_table_is_checked_by_a_job(desk, monkeypatch):
    monkeypatch.setattr(tasks, "AT_ONCE", 1)
    sent(desk, HEAD + FIRST + SECOND)
    batch = Batch.objects.get()
    desk.post(
        reverse("directory:import-columns", args=[batch.pk]),
        {f"column_{number}": batch.mapping[name] for number, name in enumerate(batch.header)},
    )
    waiting = desk.get(batch.get_absolute_url())
    assert waiting.headers["Refresh"] == "3"

    task = DBTaskResult.objects.get().task
    task.func(*DBTaskResult.objects.get().args_kwargs["args"])

    batch.refresh_from_db()
    assert (batch.state, batch.waiting_for) == (BatchState.CHECKED, "")


@pytest.mark.parametrize("name", ["imports", "import", "import-columns"])
def test_advisers_may_not_import(client, name):
    client.force_login(factories.staff("beratung"))
    args = [] if name == "imports" else [1]

    assert client.get(reverse(f"directory:{name}", args=args)).status_code == 403


def test_an_import_of_another_area_is_not_known(desk):
    assert desk.get(reverse("directory:import", args=[999])).status_code == 404


def test_command_prints_one_object_a_row(tmp_path, capsys):
    file = tmp_path / "liste.csv"
    file.write_text(HEAD + FIRST, encoding="utf-8")

    call_command("import_entries", str(file), "--dry-run", "--format", "json")

    told = json.loads(capsys.readouterr().out)
    assert told == [{"row": 2, "verdict": "new", "place_key": "03361007", "duplicate_of": None, "reasons": []}]
    assert (Entry.objects.count(), Batch.objects.count()) == (0, 0)


def test_command_takes_over_with_a_mapping_file(tmp_path, capsys):
    file, mapping = tmp_path / "liste.csv", tmp_path / "spalten.json"
    file.write_text("Wie heißt es?;Was;Wo\nHof Muster;Wohnprojekt;Kirchlinteln\n", encoding="utf-8")
    mapping.write_text(json.dumps({"Wie heißt es?": "name", "Was": "kind", "Wo": "town"}), encoding="utf-8")

    call_command("import_entries", str(file), "--mapping", str(mapping), "--publish")

    assert Entry.objects.get().state == State.PUBLISHED
    assert "03361007" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["/gibt/es/nicht.csv"], [], [__file__, "--area", "keine"], ["--mapping", "x"]])
def test_command_ends_with_two_for_bad_input(arguments):
    with pytest.raises(CommandError) as ended:
        call_command("import_entries", *arguments)

    assert ended.value.returncode == 2


def exported(client, form, **query):
    answer = client.get(reverse("directory:export", args=[form]), query)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer, body


@pytest.fixture
def listed():
    return factories.entry(
        "=Dorfladen()", state=State.PUBLISHED, contact_name="Erika Muster", contact_email="privat@example.org",
        addresses=[{"street": "Dorfstr. 1", "postcode": "27308", "town": "Kirchlinteln"}], operator="Verein Muster",
    )  # fmt: skip


def test_export_is_safe_against_formulas_and_holds_no_contact(client, listed):
    factories.entry("Entwurf")

    _answer, body = exported(client, "csv")

    rows = list(csv.DictReader(io.StringIO(body.decode("utf-8-sig")), delimiter=";"))
    assert [(row["name"], row["street"]) for row in rows] == [("'=Dorfladen()", "Dorfstr. 1")]
    assert b"privat@" not in body
    assert b"Erika" not in body


def test_export_hides_the_address_where_the_entry_does(client, listed):
    Entry.objects.update(precision="gemeinde")

    assert b"Dorfstr" not in exported(client, "csv")[1]


def test_export_follows_the_filter_and_reads_back(client, listed):
    factories.entry("Mittagstisch", state=State.PUBLISHED)

    answer, body = exported(client, "xlsx", q="Mittagstisch")

    rows = list(spreadsheet.read(io.BytesIO(body), "x.xlsx").rows)
    assert [row["name"] for row in rows] == ["Mittagstisch"]
    assert "attachment" in answer.headers["Content-Disposition"]


def test_export_as_geojson(client, listed):
    features = json.loads(exported(client, "geojson")[1])["features"]

    assert [feature["properties"]["name"] for feature in features] == ["=Dorfladen()"]
    assert features[0]["geometry"]["type"] == "Point"


def test_export_of_nothing_is_a_valid_file(client):
    assert json.loads(exported(client, "geojson")[1]) == {"type": "FeatureCollection", "features": []}


def test_export_of_an_unknown_form_is_not_there(client):
    assert client.get(reverse("directory:export", args=["exe"])).status_code == 404
