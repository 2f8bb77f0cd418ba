import csv
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from deele.likeness.readers import tables
from deele.likeness.tests.factories import record, stored

ENTRIES = "id,name,kind,status,postal_code,town,street,website,notes\n"
ROWS = (
    "a,AllerHaus,mehrgenerationenwohnen,bezogen,27283,Verden (Aller),Cluventalstr. 2-6,http://www.allerwohnen.de,\n"
    "b,Pflegehof Linde,pflegehof,,29499,Zernien,,,\n"
    "c,Allerhaus Verden,mehrgenerationenwohnen,,27283,Verden,,,\n"
)


def run(path, *arguments):
    out, progress = StringIO(), StringIO()
    with translation.override("en"):
        call_command("likeness", path, *arguments, stdout=out, stderr=progress)
    return list(csv.reader(StringIO(out.getvalue()))), progress.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_likeness_prints_pairs_of_any_csv(tmp_path, encoding, delimiter):
    path = tmp_path / "entries.csv"
    path.write_text((ENTRIES + ROWS).replace(",", delimiter), encoding=encoding)

    rows, progress = run(path)

    assert rows[0] == ["left", "right", "score", "verdict", "reasons"]
    assert [row[:2] + row[3:4] for row in rows[1:]] == [["a", "c", "same"]]
    assert rows[1][4] == "the names are the same; same town; same kind"
    assert "3 of 3 compared" in progress


def test_likeness_reads_the_columns_of_the_practice_sets(tmp_path):
    path = tmp_path / "set.csv"
    path.write_text(
        "id,name,kind,street,zip,city,lat,lon,phone,email,website,description\n"
        "1,Grüne Halle,Hofladen,Am Hang 1,27283,Verden,52.92,9.23,04231 12345,,,\n"
        "2,Gruene Halle e.V.,Hofladen,,27283,Verden,5292,9.23,+49 4231 12345,,,\n"
    )

    rows, _ = run(path)

    assert [row[:2] for row in rows[1:]] == [["1", "2"]]


@pytest.mark.django_db
def test_likeness_against_the_directory_names_the_entry(tmp_path):
    stored("77", record("AllerHaus"), source="directory")
    path = tmp_path / "new.csv"
    path.write_text(ENTRIES + ROWS)

    rows, _ = run(path, "--against-directory")

    assert [row[:2] for row in rows[1:]] == [["a", "77"], ["c", "77"]]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"name,town\nAllerHaus,Verden\n", "no column “id”"),
        (b"id,town\n1,Verden\n", "no column “name”"),
        (b"id,name\n1,A\n1,B\n", "stands twice"),
        (b"", "empty"),
        (b"MZ\x90\x00\x03\x00\x00\x00" * 20, "."),
        (None, "can't be read"),
    ],
)
def test_likeness_refuses_what_is_no_table_with_code_2(tmp_path, content, said):
    path = tmp_path / "bad.csv"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(CommandError, match=said) as refused:
        run(path)

    assert refused.value.returncode == 2


def test_reader_leaves_out_rows_without_a_name_and_wrong_positions(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text("Nr;Bezeichnung;PLZ;Ort;Straße;lat;lon\n1;;;;;;\n2;Haus;27283;Verden;Am Hang 1;1,5;x\n")

    [one] = tables.read_path(path)

    assert (one.id, one.name, one.zip, one.city, one.street, one.lat) == (
        "2",
        "Haus",
        "27283",
        "Verden",
        "Am Hang 1",
        None,
    )


def test_quality_prints_the_figures(tmp_path):
    (tmp_path / "rows.csv").write_text(ENTRIES + ROWS)
    (tmp_path / "truth.csv").write_text("id_a,id_b\nc,a\n")
    out = StringIO()

    call_command("likeness_quality", tmp_path / "rows.csv", tmp_path / "truth.csv", stdout=out)

    assert "same+look  precision 1.0000  recall 1.0000  F1 1.0000  pairs 1" in out.getvalue()
