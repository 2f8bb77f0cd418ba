"""Merging loses nothing and can be taken back."""

from datetime import UTC, date, datetime

import pytest
from django.forms.models import model_to_dict

from deele.directory.actions import entries, merge
from deele.directory.actions.entries import NotAllowed
from deele.directory.actions.merge import CannotMerge
from deele.directory.enums import LinkKind, State
from deele.directory.models import Address, Coverage, Entry, Link
from deele.directory.queries import desk
from deele.directory.tests import factories
from deele.directory.tests.factories import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
LATER = {"version", "updated_at", "state_since"}


def picture() -> dict:
    """Everything that stands in the tables, as far as a merge may touch it."""
    rows = {
        entry.pk: {name: value for name, value in model_to_dict(entry).items() if name not in LATER}
        for entry in Entry.objects.all()
    }
    links = sorted(Link.objects.values_list("entry_id", "kind", "other_id"))
    covers = sorted(Coverage.objects.values_list("entry_id", "place__key"))
    addresses = sorted(Address.objects.values_list("entry_id", "street"))
    return {"entries": rows, "links": links, "coverage": covers, "addresses": addresses}


def two_with_everything() -> tuple[Entry, Entry, Entry]:
    kept = factories.entry("AllerHaus", state=State.PUBLISHED, short_text="Haus", addresses=[{"street": "Weg 1"}])
    gone = factories.entry(
        "Aller Haus",
        state=State.PUBLISHED,
        operator="AllerWohnen eG",
        details={"raeume": "drei"},
        contact_email="kontakt@example.org",
        addresses=[{"street": "Weg 1"}, {"street": "Weg 2"}],
        covers=[factories.place("03361012", "Verden")],
    )
    third = factories.entry("AllerWohnen eG", state=State.PUBLISHED, kind="dachgenossenschaft")
    for entry, kind, other in (
        (gone, LinkKind.ROOF, third),
        (kept, LinkKind.ROOF, third),
        (third, LinkKind.SAME_PLACE, gone),
        (gone, LinkKind.PART_OF, kept),
    ):
        entries.link(entry=entry, kind=kind, other=other, by=None, now=NOW)
    return kept, gone, third


def test_merge_relinks_everything_and_leaves_a_tombstone():
    editor = factories.staff()
    kept, gone, third = two_with_everything()

    merge.merge(kept=kept, gone=gone, by=editor, now=NOW)

    kept.refresh_from_db()
    gone.refresh_from_db()
    assert (gone.state, gone.merged_into) == (State.MERGED, kept)
    assert (kept.operator, kept.short_text, kept.details) == ("AllerWohnen eG", "Haus", {"raeume": "drei"})
    assert [address.street for address in kept.addresses.all()] == ["Weg 1", "Weg 2"]
    assert [row.place.key for row in kept.coverage.all()] == ["03361012"]
    assert sorted(Link.objects.values_list("entry_id", "kind", "other_id")) == sorted(
        [(kept.pk, LinkKind.ROOF.value, third.pk), (third.pk, LinkKind.SAME_PLACE.value, kept.pk)]
    )


def test_undo_restores_every_row():
    editor = factories.staff()
    kept, gone, _third = two_with_everything()
    before = picture()

    record = merge.merge(kept=kept, gone=gone, by=editor, now=NOW)
    merge.undo(merge=record, by=editor, now=NOW)

    assert picture() == before


def test_undo_keeps_what_was_changed_since():
    editor = factories.staff()
    kept, gone, _third = two_with_everything()
    record = merge.merge(kept=kept, gone=gone, by=editor, now=NOW)
    kept.refresh_from_db()
    entries.change(entry=kept, values={"operator": "von Hand"}, by=editor, now=NOW)

    merge.undo(merge=record, by=editor, now=NOW)

    kept.refresh_from_db()
    assert kept.operator == "von Hand"


def test_undo_twice_is_refused():
    editor = factories.staff()
    kept, gone, _third = two_with_everything()
    record = merge.merge(kept=kept, gone=gone, by=editor, now=NOW)
    merge.undo(merge=record, by=editor, now=NOW)

    with pytest.raises(CannotMerge):
        merge.undo(merge=record, by=editor, now=NOW)


def test_heirs_of_the_gone_entry_follow_it():
    editor = factories.staff()
    first, second, third = (factories.entry(title, state=State.PUBLISHED) for title in ("Eins", "Zwei", "Drei"))
    merge.merge(kept=second, gone=third, by=editor, now=NOW)
    second.refresh_from_db()

    merge.merge(kept=first, gone=second, by=editor, now=NOW)

    third.refresh_from_db()
    assert third.merged_into == first


def test_adviser_may_not_merge():
    kept, gone, _third = two_with_everything()

    with pytest.raises(NotAllowed):
        merge.merge(kept=kept, gone=gone, by=factories.staff("beratung"), now=NOW)


def test_entry_is_not_merged_with_itself():
    kept, _gone, _third = two_with_everything()

    with pytest.raises(CannotMerge):
        merge.merge(kept=kept, gone=kept, by=factories.staff(), now=NOW)


def test_side_by_side_shows_days_as_people_write_them():
    left, right = factories.entry("AllerHaus"), factories.entry("Aller Haus")
    Entry.objects.filter(pk=left.pk).update(
        as_of=date(2026, 3, 9), verified_at=datetime(2026, 3, 8, 23, 30, tzinfo=UTC)
    )
    left.refresh_from_db()

    shown = [row.left for row in desk.side_by_side(left, right)]

    assert [day for day in shown if day.endswith(".2026")] == ["09.03.2026", "09.03.2026"]
