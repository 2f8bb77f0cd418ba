"""The import door from the file to the directory and back."""

import io
from datetime import timedelta

import pytest
from django.db import transaction

from deele.audit.models import Entry as LogEntry
from deele.core.spreadsheet import BadTable
from deele.directory.actions import entries, imports, life
from deele.directory.actions.entries import NotAllowed
from deele.directory.actions.imports import taking_over
from deele.directory.enums import State
from deele.directory.models import Batch, BatchRow, Entry
from deele.directory.models.imports import BatchState, Decision, RowState, Verdict
from deele.directory.tests import factories
from deele.directory.tests.factories import NOW
from deele.places.enums import NameKind
from deele.places.models import PlaceName, Postcode
from deele.search import queries as search
from deele.search.kinds import Query

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

HEAD = "id;Projektname;Art;PLZ;Ort;Landkreis;Straße;Träger;Bemerkung\n"
FIRST = "m-1;Wohnhof Lindenblüte;Wohnprojekt;27308;Kirchlinteln;;Dorfstr. 1;Lindenblüte eG;Garten\n"
SECOND = "m-2;Pflegehaus Morgenrot;Pflege-WG;27308;Kirchlinteln;;Am Bach 7;Diakonie Muster;\n"


@pytest.fixture(autouse=True)
def places():
    """Kirchlinteln with its postcode, and two municipalities of one name."""
    made = factories.place()
    named(made)
    Postcode.objects.create(code="27308", place=made)
    named(factories.place("03453010", "Neuenkirchen"))
    named(factories.place("03459026", "Neuenkirchen"))
    return made


def named(place):
    PlaceName.objects.get_or_create(
        place=place, name=place.name, kind=NameKind.OFFICIAL, defaults={"folded": place.name.lower()}
    )


def taken_in(rows, *, by=None, name="liste.csv", **options):
    batch = imports.take_in(file=io.BytesIO((HEAD + rows).encode()), name=name, by=by, **options)
    return imports.check(batch=batch, by=by)


def taken_over(rows, **options):
    return imports.take_over(batch=taken_in(rows, **options), by=options.get("by"), now=NOW)


def verdicts(batch):
    return [row.verdict for row in batch.rows.order_by("number")]


def test_check_writes_no_entry():
    batch = taken_in(FIRST + SECOND)

    assert verdicts(batch) == [Verdict.NEW, Verdict.NEW]
    assert [row.place.key for row in batch.rows.all()] == ["03361007"] * 2
    assert Entry.objects.count() == 0
    assert batch.counts == {"new": 2}


def test_take_over_makes_drafts_with_source_and_address():
    batch = taken_over(FIRST, source="Landkreis Muster")

    entry = Entry.objects.get()
    assert (entry.title, entry.state, entry.place.key) == ("Wohnhof Lindenblüte", State.DRAFT, "03361007")
    assert (entry.source, entry.external_id, entry.verified_at) == ("Landkreis Muster", "m-1", None)
    assert [str(address) for address in entry.addresses.all()] == ["Dorfstr. 1, 27308 Kirchlinteln"]
    assert LogEntry.objects.get(event="directory.imported").data == {"created": 1, "changed": 0, "unchanged": 0}
    assert batch.rows.get().state == RowState.CREATED


def test_published_entries_are_found_and_planned():
    taken_over(FIRST, publish=True)

    entry = Entry.objects.get()
    assert (entry.state, entry.verification_method) == (State.PUBLISHED, "import")
    assert entry.next_confirmation_on is not None
    assert search.search(Query(text="Lindenblüte", source="directory")).total == 1


def test_the_same_file_again_changes_nothing():
    taken_over(FIRST + SECOND)
    again = taken_in(FIRST + SECOND)

    assert verdicts(again) == [Verdict.SAME, Verdict.SAME]


def test_the_same_file_under_another_name_is_known_too():
    taken_over(FIRST + SECOND)

    assert verdicts(taken_in(FIRST + SECOND, name="kopie.csv")) == [Verdict.SAME, Verdict.SAME]


def test_a_changed_row_changes_only_what_the_source_changed():
    taken_over(FIRST)
    entry = Entry.objects.get()
    entries.change(entry=entry, values={"title": "Lindenhof"}, by=None, now=NOW)

    batch = taken_over(FIRST.replace("Lindenblüte eG", "Lindenhof eG"))

    entry.refresh_from_db()
    assert batch.rows.get().verdict == Verdict.CHANGED
    assert (entry.title, entry.operator) == ("Lindenhof", "Lindenhof eG")


def test_an_empty_cell_erases_nothing():
    taken_over(FIRST)

    assert verdicts(taken_in(FIRST.replace("Garten", ""))) == [Verdict.SAME]


def test_a_row_repeated_in_the_table_is_perhaps_a_duplicate():
    batch = taken_in(FIRST + FIRST.replace("m-1", "m-9") + FIRST)

    assert verdicts(batch) == [Verdict.NEW, Verdict.DUPLICATE, Verdict.DUPLICATE]
    assert [row.twin_row for row in batch.rows.order_by("number")] == [None, 2, 2]


def test_what_stands_in_the_directory_is_recognised_by_likeness():
    known = factories.entry(
        "Wohnhof Lindenblüte", kind="gemeinschaftliches_wohnprojekt", operator="Lindenblüte eG",
        addresses=[{"street": "Dorfstraße 1", "postcode": "27308", "town": "Kirchlinteln"}],
    )  # fmt: skip

    row = taken_in(FIRST).rows.get()

    assert row.verdict in (Verdict.CHANGED, Verdict.DUPLICATE)
    assert known in (row.entry, row.twin)
    assert known.description == ""
    assert row.reasons != []


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        (";;Wohnprojekt;27308;Kirchlinteln;;;;\n", Verdict.BROKEN),
        (";Hof;Raumschiff;27308;Kirchlinteln;;;;\n", Verdict.BROKEN),
        (";Hof;Wohnprojekt;;Neuenkirchen;;;;\n", Verdict.NEW),
        (";Hof;Wohnprojekt;21244;Kirchlinteln;;;;\n", Verdict.NEW),
    ],
)
def test_what_is_not_clear_waits_for_a_person(row, verdict):
    batch = taken_over(row)

    waiting = batch.rows.for_a_person().get()
    assert (waiting.verdict, waiting.state) == (verdict, RowState.OPEN)
    assert waiting.reasons != []
    assert Entry.objects.count() == 0


def test_namesakes_are_offered_and_a_choice_takes_the_row_over(places):
    batch = taken_over(";Hof am Meer;Wohnprojekt;;Neuenkirchen;;;;\n")
    row = batch.rows.get()
    assert set(row.candidates) == {"03453010", "03459026"}

    chosen = factories.place("03459026", "Neuenkirchen")
    imports.settle(row=row, by=None, now=NOW, place=chosen)

    assert Entry.objects.get().place == chosen


@pytest.mark.parametrize(
    ("decision", "entries_after", "state"),
    [
        (Decision.DIFFERENT, 2, RowState.CREATED),
        (Decision.IDENTICAL, 1, RowState.UNCHANGED),
        (Decision.SKIP, 1, RowState.SKIPPED),
    ],
)
def test_a_duplicate_is_decided_by_a_person(decision, entries_after, state):
    batch = taken_over(FIRST + FIRST.replace("m-1", "m-2"))
    row = batch.rows.get(number=3)

    imports.settle(row=row, by=None, now=NOW, decision=decision)

    row.refresh_from_db()
    assert (Entry.objects.count(), row.state) == (entries_after, state)


def test_a_locality_is_learnt_when_it_is_taken_over():
    head = HEAD.replace("Landkreis", "Ortsteil")
    file = io.BytesIO((head + FIRST.replace("Kirchlinteln;;", "Kirchlinteln;Otersen;")).encode())
    batch = imports.check(batch=imports.take_in(file=file, name="a.csv", by=None), by=None)

    imports.take_over(batch=batch, by=None, now=NOW)

    assert Entry.objects.get().place.key == "03361007-otersen"


def test_take_back_removes_and_restores_but_leaves_what_people_wrote():
    taken_over(FIRST)
    second = taken_over(
        FIRST.replace("Garten", "Großer Garten")
        + SECOND
        + SECOND.replace("m-2;Pflegehaus Morgenrot", "m-3;Tagestreff Abendstern")
    )
    edited = Entry.objects.get(title="Tagestreff Abendstern")
    entries.change(entry=edited, values={"operator": "Neu"}, by=None, now=NOW)

    done = imports.take_back(batch=second, by=None, now=NOW)

    assert (done.removed, done.restored, done.kept) == (1, 1, ["Tagestreff Abendstern"])
    assert set(Entry.objects.values_list("title", flat=True)) == {"Wohnhof Lindenblüte", "Tagestreff Abendstern"}
    assert Entry.objects.get(external_id="m-1").description == "Garten"


def test_take_back_leaves_nothing_in_the_index():
    batch = taken_over(FIRST, publish=True)

    imports.take_back(batch=batch, by=None, now=NOW)

    assert search.search(Query(text="Lindenblüte", source="directory")).total == 0


@pytest.mark.parametrize("step", [imports.take_over, imports.take_back])
def test_a_step_works_once_only(step):
    batch = taken_in(FIRST)
    imports.take_over(batch=batch, by=None, now=NOW)
    if step is imports.take_back:
        imports.take_back(batch=batch, by=None, now=NOW)

    with pytest.raises(imports.NotReady):
        step(batch=batch, by=None, now=NOW)


def test_a_crash_in_the_middle_leaves_nothing_half_done(monkeypatch):
    batch = taken_in(FIRST + SECOND)

    def killed(*_args, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr(taking_over._Work, "renew_index", killed)  # the last step: all rows are written by then
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        imports.take_over(batch=batch, by=None, now=NOW)
    monkeypatch.undo()

    batch.refresh_from_db()
    assert (Entry.objects.count(), batch.state) == (0, BatchState.CHECKED)
    imports.take_over(batch=batch, by=None, now=NOW)
    assert Entry.objects.count() == 2


def test_an_entry_changed_after_the_check_is_not_overwritten():
    taken_over(FIRST)
    batch = taken_in(FIRST.replace("Garten", "Großer Garten"))
    entries.change(entry=Entry.objects.get(), values={"description": "Von Hand"}, by=None, now=NOW)

    imports.take_over(batch=batch, by=None, now=NOW)

    assert Entry.objects.get().description == "Von Hand"
    assert batch.rows.get().state == RowState.OPEN


def test_a_withdrawn_entry_is_not_brought_back():
    taken_over(FIRST, publish=True)
    life.move(entry=Entry.objects.get(), to=State.WITHDRAWN, by=None, now=NOW, house=True)

    row = taken_in(FIRST.replace("Garten", "Park")).rows.get()

    assert row.verdict == Verdict.SAME
    assert row.reasons != []


def test_mapping_is_remembered_for_the_same_headings():
    batch = taken_in(FIRST)
    imports.remap(batch=batch, mapping={**batch.mapping, "Bemerkung": "accessibility"}, defaults={}, by=None)

    assert taken_in(SECOND).mapping["Bemerkung"] == "accessibility"


def test_who_may_not_review_may_not_publish():
    adviser = factories.staff("beratung")

    with pytest.raises(NotAllowed):
        taken_in(FIRST, by=adviser)


def test_bad_table_leaves_no_trace():
    with pytest.raises(BadTable):
        imports.take_in(file=io.BytesIO(b"%PDF-1.4"), name="a.xlsx", by=None)

    assert (Batch.objects.count(), BatchRow.objects.count()) == (0, 0)


def test_rows_left_open_are_superseded_by_the_next_file():
    first = taken_over("m-7;Hof am Meer;Wohnprojekt;;Neuenkirchen;;;;\n")
    taken_over("m-7;Hof am Meer;Wohnprojekt;;Neuenkirchen;;;;\n")

    assert first.rows.get().state == RowState.SKIPPED
    assert BatchRow.objects.for_a_person().count() == 1


def test_starter_is_loaded_once():
    first = imports.load_starter(now=NOW)

    # Without the reference data only the rows of Kirchlinteln find their place.
    assert first.rows.count() == 91
    assert Entry.objects.get(external_id="nds-097").place.key == "03361007-otersen"
    assert imports.load_starter(now=NOW + timedelta(days=1)) is None
