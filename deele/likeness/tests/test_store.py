from dataclasses import replace
from datetime import timedelta

import pytest

from deele.audit.models import Entry as LogEntry
from deele.likeness import actions, queries
from deele.likeness.models import Decision, Frequency, Key, Proposal, Stored
from deele.likeness.tests.factories import NOW, SOURCE, record, stored
from deele.likeness.tests.generator import generated

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def frequencies():
    return dict(Frequency.objects.filter(source=SOURCE, count__gt=0).values_list("mark", "count"))


def test_index_finds_what_resembles():
    stored("1", record("AllerHaus"))
    stored("2", record("Pflegehof Linde"))

    found = queries.like(SOURCE, record("Allerhaus Verden"))

    assert [(one.ref, one.verdict) for one in found] == [("1", "same")]
    assert "name-same" in [reason.key for reason in found[0].reasons]


def test_like_finds_a_name_before_the_town_is_typed():
    stored("1", record("AllerHaus"))

    assert [one.ref for one in queries.like(SOURCE, record("Allerhaus", zip="", city=""))] == ["1"]


def test_index_again_replaces_record_keys_and_counts():
    stored("1", record("Pflegehof Linde", phone="04231 12345"))
    stored("1", record("AllerHaus"))
    again = frequencies(), Key.objects.count()
    actions.forget_all(source=SOURCE)

    stored("1", record("AllerHaus"))

    assert (frequencies(), Key.objects.count()) == again
    assert queries.like(SOURCE, record("Pflegehof Linde")) == []


def test_index_many_counts_as_one_by_one():
    rows = generated(60, 4)[0]
    for row in rows:
        stored(row.id, row)
    singly = frequencies()
    actions.forget_all(source=SOURCE)

    assert actions.index_many(SOURCE, ((row.id, row) for row in rows)) == 60

    assert frequencies() == singly
    assert list(queries.records(SOURCE)) == rows


def test_forget_leaves_nothing_but_decisions():
    stored("1", record("AllerHaus"))
    stored("2", record("Allerhaus"))
    actions.decide(source=SOURCE, left="2", right="1", verdict="later", by=None, now=NOW)

    actions.forget(source=SOURCE, ref="1")
    actions.forget(source=SOURCE, ref="2")
    actions.forget(source=SOURCE, ref="2")

    assert (Stored.objects.count(), Key.objects.count(), Proposal.objects.count(), frequencies()) == (0, 0, 0, {})
    assert Decision.objects.count() == 1


def test_like_does_not_propose_itself_nor_other_sources():
    one = stored("1", record("AllerHaus"))
    stored("1", record("AllerHaus"), source="other")

    assert queries.like(SOURCE, one, exclude="1") == []


def test_like_leaves_out_pairs_decided_different():
    one = stored("1", record("AllerHaus"))
    stored("2", record("Allerhaus"))

    actions.decide(source=SOURCE, left="1", right="2", verdict="different", by=None, now=NOW, note="two doors")

    assert queries.like(SOURCE, one, exclude="1") == []
    assert [found.ref for found in queries.like(SOURCE, one)] == ["1", "2"]


def test_like_respects_the_last_decision():
    one = stored("1", record("AllerHaus"))
    stored("2", record("Allerhaus"))
    actions.decide(source=SOURCE, left="1", right="2", verdict="different", by=None, now=NOW)

    actions.decide(source=SOURCE, left="2", right="1", verdict="later", by=None, now=NOW + timedelta(hours=1))

    assert [found.ref for found in queries.like(SOURCE, one, exclude="1")] == ["2"]
    assert [past.verdict for past in queries.decisions(SOURCE, "1")] == ["later", "different"]


def test_queue_holds_pairs_with_kinds_and_reasons():
    stored("1", record("AllerHaus"))
    stored("2", record("Allerhaus", kind="gemeinschaftliches_wohnprojekt"))

    [pair] = queries.open_pairs(SOURCE)

    assert (pair.left, pair.right, pair.left_kind, pair.right_kind) == (
        "1", "2", "mehrgenerationenwohnen", "gemeinschaftliches_wohnprojekt"
    )  # fmt: skip
    assert str(pair.reasons[0])
    assert queries.open_count(SOURCE) == 1


def test_queue_forgets_settled_pairs_and_puts_late_ones_last():
    for ref, name in (("1", "AllerHaus"), ("2", "Allerhaus"), ("3", "Pflegehof Linde"), ("4", "Pflegehof Linde")):
        stored(ref, record(name))

    actions.decide(source=SOURCE, left="1", right="2", verdict="later", by=None, now=NOW)
    first = [(pair.left, pair.postponed) for pair in queries.open_pairs(SOURCE)]
    actions.decide(source=SOURCE, left="3", right="4", verdict="same", outcome="coordinated", by=None, now=NOW)

    assert first == [("3", False), ("1", True)]
    assert [pair.left for pair in queries.open_pairs(SOURCE)] == ["1"]


def test_propose_writes_the_queue_anew_without_settled_pairs():
    rows = [record("AllerHaus"), record("Allerhaus"), record("Pflegehof Linde"), record("Pflegehof Linde")]
    actions.index_many(SOURCE, ((str(ref), row) for ref, row in enumerate(rows)))
    assert queries.open_count(SOURCE) == 0

    assert actions.propose(source=SOURCE, now=NOW) == 2
    actions.decide(source=SOURCE, left="0", right="1", verdict="different", by=None, now=NOW)
    actions.decide(source=SOURCE, left="2", right="3", verdict="later", by=None, now=NOW)
    actions.propose(source=SOURCE, now=NOW)

    assert [(pair.left, pair.postponed) for pair in queries.open_pairs(SOURCE)] == [("2", True)]


def test_settled_pair_stays_out_when_a_side_changes():
    stored("1", record("AllerHaus"))
    stored("2", record("Allerhaus"))
    actions.decide(source=SOURCE, left="1", right="2", verdict="different", by=None, now=NOW)

    stored("2", replace(record("Allerhaus"), phone="04231 12345"))

    assert queries.open_count(SOURCE) == 0


def test_decide_is_logged_and_refuses_one_record():
    decision = actions.decide(source=SOURCE, left="9", right="10", verdict="different", by=None, now=NOW)

    assert (decision.left, decision.right) == ("10", "9")
    assert LogEntry.objects.get(event="likeness.decided").data == {"verdict": "different", "outcome": ""}
    with pytest.raises(actions.OneRecord):
        actions.decide(source=SOURCE, left="9", right="9", verdict="same", by=None, now=NOW)
    with pytest.raises(ValueError, match="perhaps"):
        actions.decide(source=SOURCE, left="9", right="10", verdict="perhaps", by=None, now=NOW)


def test_index_cuts_what_is_too_long():
    stored("1", record("Langes Haus", street="x" * 900, description="Wort " * 2000))

    assert len(Stored.objects.get().street) == 300
    stored("1", record("AllerHaus"))
    assert Frequency.objects.get(source=SOURCE, mark=queries.WHOLE).count == 1
