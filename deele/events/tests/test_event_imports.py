"""Taking in a table of events: verdicts first, nothing doubtful in public, nothing of the office overwritten."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from deele.directory.tests.factories import staff
from deele.events.actions import planning
from deele.events.enums import State
from deele.events.models import Event, Series
from deele.events.tests.registering import NOW, area

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
HEADER = (
    "id,date_start,date_end,date_precision,time,title,kind,format,town,office_role,fee_eur,fee_reduced_eur,participants"
)
ROWS = (
    "ev-1,2019-06-24,,tag,14:00-17:00,Werkstatt Muster,werkstatt,online,online,veranstalter,50,30,rund 40",
    "ev-2,2022-11-14,,tag,,14. Fachtag Muster: Motto,fachtag,online,online,veranstalter,,,",
    "ev-3,2016-10-05,,unsicher,,Fachtag mit Frage,fachtag,online,online,veranstalter,,,",
    "ev-4,2019-01-01,,tag,,Unbekannter Ort,vortrag,praesenz,Nirgendwohausen,veranstalter,,,",
)


@pytest.fixture
def table(tmp_path):
    def write(*rows):
        path = tmp_path / "events.csv"
        path.write_text("\n".join([HEADER, *(rows or ROWS)]), encoding="utf-8")
        return str(path)

    area()
    return write


def run(path, *more):
    out = StringIO()
    call_command("import_events", path, "--format", "json", *more, stdout=out)
    return {row["id"]: row for row in json.loads(out.getvalue())}


def verdicts(found):
    return [row["verdict"] for row in found.values()]


def test_every_row_gets_a_verdict_and_a_dry_run_writes_nothing(table):
    found = run(table(), "--dry-run")

    assert verdicts(found) == ["new", "new", "person", "person"]
    assert "Nirgendwohausen" in " ".join(found["ev-4"]["reasons"]) or found["ev-4"]["reasons"]
    assert Event.objects.count() == 0


def test_what_is_certain_is_public_and_what_is_doubtful_is_a_draft(table):
    run(table())

    assert dict(Event.objects.values_list("external_id", "state")) == {
        "ev-1": State.HELD, "ev-2": State.HELD, "ev-3": State.PLANNED, "ev-4": State.PLANNED,
    }  # fmt: skip
    workshop = Event.objects.get(external_id="ev-1")
    assert [price.amount_cents for price in workshop.prices.all()] == [5000, 3000]
    assert str(workshop.attended.stored()) == "~40"
    assert Series.objects.get().events.get().number == 14


def test_second_run_finds_everything_as_it_was(table):
    path = table()
    run(path)

    assert set(verdicts(run(path))) == {"same"}
    assert Event.objects.count() == len(ROWS)


def test_changed_row_changes_the_event(table):
    run(table(ROWS[0]))

    assert verdicts(run(table(ROWS[0].replace("Werkstatt Muster", "Werkstatt Neu")))) == ["changed"]
    assert Event.objects.get().title == "Werkstatt Neu"


def test_what_the_office_has_changed_is_left_as_it_is(table):
    path = table(ROWS[0])
    run(path)
    by = staff("leitung")
    planning.change(event=Event.objects.get(), values={"title": "Besserer Titel"}, by=by, now=NOW)

    found = run(path)

    assert verdicts(found) == ["person"]
    assert Event.objects.get().title == "Besserer Titel"


def test_row_without_anything_sensible_is_no_fault(table):
    assert verdicts(run(table("ev-9,,,,,,,,,,,,"))) == ["person"]


def test_file_that_is_no_table_is_refused(tmp_path):
    path = tmp_path / "bild.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 50)

    with pytest.raises(CommandError):
        call_command("import_events", str(path))
    with pytest.raises(CommandError):
        call_command("import_events", str(tmp_path / "fehlt.csv"))
